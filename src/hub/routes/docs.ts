/** The API to read: `/v1/openapi.json` for programs, `/v1/docs` for people. One page without scripts, as the policy wants. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { answerJson } from '../answer-json.ts';
import { originOf, type Api } from '../api.ts';
import { apiRouteList, type ApiRoute } from '../openapi-routes.ts';
import { openApi, schemaOf } from '../openapi.ts';

export function docsRoutes(api: Api): Hono {
  const routes = new Hono();

  routes.get('/v1/openapi.json', (context) =>
    answerJson(context, JSON.stringify(openApi(originOf(api, context)), null, 2)),
  );

  routes.get('/v1/docs', (context) => context.html(page));

  routes.get('/v1/docs.css', (context) => {
    context.header('Content-Type', 'text/css; charset=utf-8');
    return context.body(style);
  });

  return routes;
}

const shapeOf = (body: ApiRoute['body'], io: 'input' | 'output'): string => {
  if (body === undefined) return '';
  return body === 'bytes' ? 'the bytes themselves' : JSON.stringify(schemaOf(body, io), null, 2);
};

const anchor = ({ method, path }: ApiRoute): string => `${method}${path.replace(/[^a-z0-9]+/gi, '-')}`;

const shape = (title: string, body: ApiRoute['body'], io: 'input' | 'output') =>
  body === undefined
    ? ''
    : html`<details>
        <summary>${title}</summary>
        <pre>${shapeOf(body, io)}</pre>
      </details>`;

const section = (route: ApiRoute) => html`
  <section id="${anchor(route)}">
    <h2>${route.summary}</h2>
    <p><code>${route.method.toUpperCase()} ${route.path}</code>${route.open ? ' (without a token)' : ''}</p>
    <p>${route.about}</p>
    ${
      route.parameters
        ? html`<dl>
            ${route.parameters.map(
              ({ name, about }) =>
                html`<dt><code>${name}</code></dt>
                  <dd>${about}</dd>`,
            )}
          </dl>`
        : ''
    }
    ${shape('What is sent', route.body, 'input')}
    ${Object.entries(route.answers).map(
      ([status, { about, body }]) =>
        html`<p><code>${status}</code> ${about}</p>
          ${shape(`What ${status} answers`, body, 'output')}`,
    )}
  </section>
`;

const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>The API of the Plotline hub</title>
      <link rel="stylesheet" href="/v1/docs.css" />
    </head>
    <body>
      <main>
        <h1>The API of the Plotline hub</h1>
        <p>
          Every request but the first carries <code>Authorization: Bearer …</code> with the token that
          <code>/v1/enrol</code> gave. Errors are <code>application/problem+json</code> (RFC 9457). The same
          as <a href="/v1/openapi.json">OpenAPI 3.1</a>.
        </p>
        <nav aria-label="Routes">
          <ul>
            ${apiRouteList.map(
              (route) =>
                html`<li>
                  <a href="#${anchor(route)}"><code>${route.method.toUpperCase()} ${route.path}</code></a>
                  ${route.summary}
                </li>`,
            )}
          </ul>
        </nav>
        ${apiRouteList.map(section)}
      </main>
    </body>
  </html>`;

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem; }
code, pre { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid; border-radius: 0.5rem; }
section { border-top: 1px solid; margin-top: 2rem; }
summary, nav a { display: inline-block; min-height: 2rem; cursor: pointer; }
nav ul { padding: 0; list-style: none; }
`;
