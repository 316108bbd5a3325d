/** For whoever keeps the hub running: `/readyz`, `/metrics`. */
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Api } from '../api.ts';
import { mayReadMetrics } from '../may-read-metrics.ts';

export function upkeepRoutes(api: Api): Hono {
  const { database, metrics } = api;
  const routes = new Hono();

  routes.get('/readyz', async (context) => {
    context.header('Cache-Control', 'no-store');
    try {
      await database.transaction('plotline_keeper', (transaction) =>
        transaction.query(z.unknown(), 'select 1 as one'),
      );
    } catch {
      return context.json({ status: 'no database' }, 503);
    }
    return context.json({ status: 'ready' });
  });

  routes.get('/metrics', (context) => {
    mayReadMetrics(api, context);
    const { open, idle, waiting } = database.connections();
    const gauges = {
      plotline_database_connections_open: open,
      plotline_database_connections_idle: idle,
      plotline_database_requests_waiting: waiting,
    };
    context.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    context.header('Cache-Control', 'no-store');
    return context.body(metrics.text(gauges));
  });

  return routes;
}
