/** The OpenAPI 3.1 document, made from the schemas that the routes themselves read with. */
import * as z from 'zod/mini';
import { problemSchema } from '../sync/protocol/hub-api.ts';
import { apiRouteList, type ApiRoute, type RouteAnswer } from './openapi-routes.ts';

/** JSON Schema (2020-12) of one side: what is sent (`input`), or what is answered. */
export function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  void $schema;
  return rest;
}

function content(body: ApiRoute['body'], io: 'input' | 'output'): object {
  if (body === undefined) return {};
  if (body === 'bytes') return { content: { 'application/octet-stream': {} } };
  return { content: { 'application/json': { schema: schemaOf(body, io) } } };
}

function answer({ about, body }: RouteAnswer): object {
  return { description: about, ...content(body, 'output') };
}

function parameters({ path, parameters = [] }: ApiRoute): object[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return [
    ...inPath,
    ...parameters.map(({ name, in: where, about }) => ({
      name,
      in: where,
      description: about,
      schema: { type: 'string' },
    })),
  ];
}

function operation(route: ApiRoute): object {
  const { summary, about, open, body, answers } = route;
  const all = parameters(route);
  return {
    summary,
    description: about,
    ...(open ? { security: [] } : {}),
    ...(all.length > 0 ? { parameters: all } : {}),
    ...(body ? { requestBody: { required: true, ...content(body, 'input') } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, one]) => [status, answer(one)])),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** `origin`: where this hub is reached. */
export function openApi(origin: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of apiRouteList) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plotline hub',
      version: '1',
      description:
        'Immutable versions of records, created if absent and listed in the order they became visible.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'What went wrong, in words a person can read (RFC 9457).',
          content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
        },
      },
    },
  };
}
