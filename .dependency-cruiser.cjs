/** The direction of imports (the table of docs/architecture.md), made checkable. `npm run check` runs it. */

/** A row: files in `from` may import their own folder, `may` (paths in src) and `npm` (packages); nothing else. */
const table = [
  { name: 'core', from: '^src/core/', own: '^src/core/', npm: ['zod'] },
  {
    name: 'model',
    from: '^src/features/[^/]+/model/',
    own: '^src/features/[^/]+/model/',
    may: ['^src/core/'],
    npm: ['zod'],
  },
  { name: 'records', from: '^src/records\\.ts$', may: ['^src/features/[^/]+/model/', '^src/core/'] },
  {
    name: 'protocol',
    from: '^src/sync/protocol/',
    own: '^src/sync/protocol/',
    may: ['^src/core/'],
    npm: ['zod'],
  },
  {
    name: 'storage',
    from: '^src/storage/',
    own: '^src/storage/',
    may: ['^src/core/'],
    npm: ['dexie', 'zod'],
  },
  {
    name: 'platform',
    from: '^src/platform/',
    own: '^src/platform/',
    may: ['^src/core/'],
    npm: ['workbox-window', 'qr'],
  },
  {
    name: 'sync-client',
    from: '^src/sync/client/',
    own: '^src/sync/client/',
    may: ['^src/core/', '^src/storage/', '^src/sync/protocol/'],
    npm: ['zod'],
  },
  {
    name: 'exchange',
    from: '^src/exchange/',
    own: '^src/exchange/',
    may: ['^src/core/', '^src/storage/', '^src/sync/protocol/', '^src/records\\.ts$', '^src/platform/'],
    npm: ['zod', 'fflate'],
  },
  {
    name: 'data',
    from: '^src/features/([^/]+)/data(/|\\.ts$)',
    own: '^src/features/$1/data(/|\\.ts$)',
    may: ['^src/features/[^/]+/model/', '^src/core/', '^src/storage/', '^src/exchange/', '^src/platform/'],
    npm: ['zod'],
  },
  {
    name: 'ui',
    from: '^src/ui/',
    own: '^src/ui/',
    may: ['^src/core/'],
    npm: ['preact', '@preact/signals', 'preact-iso', 'chart.js'],
  },
  {
    name: 'feature-ui',
    from: '^src/features/([^/]+)/ui/',
    own: '^src/features/$1/(ui/|data(/|\\.ts$))',
    may: ['^src/features/[^/]+/model/', '^src/ui/', '^src/platform/', '^src/core/'],
    npm: ['preact', '@preact/signals', 'preact-iso'],
  },
  {
    name: 'app',
    from: '^src/app/',
    own: '^src/app/',
    may: ['^src/features/[^/]+/ui/', '^src/ui/', '^src/platform/', '^src/sync/', '^src/core/'],
    npm: ['preact', '@preact/signals', 'preact-iso', 'workbox-window', 'zod', 'qr'],
  },
  {
    name: 'hub',
    from: '^src/hub/',
    fromNot: '^src/hub/main\\.ts$',
    own: '^src/hub/',
    may: ['^src/core/', '^src/sync/protocol/'],
    npm: ['hono', 'zod', '@electric-sql/pglite', '(@types/)?pg', 'qr'],
    node: true,
  },
  {
    name: 'hub-main',
    from: '^src/hub/main\\.ts$',
    may: ['^src/hub/', '^src/core/', '^src/sync/protocol/'],
    npm: ['hono', '@hono/node-server', 'zod'],
    node: true,
  },
  {
    name: 'service-worker',
    from: '^src/service-worker\\.ts$',
    may: ['^src/platform/(fetch-together|renew-policy)\\.ts$'],
    npm: ['workbox-precaching', 'workbox-routing'],
  },
];

/** What runs in Node while building, kept beside what it builds; no part of either program. */
const buildTools = '/tools/|/vite-plugin-[^/]+\\.ts$|^src/ui/text/po\\.ts$';

const rules = table.map(({ name, from, fromNot, own, may = [], npm = [], node = false }) => ({
  name: `direction-of-${name}`,
  comment: `${name} may import ${[own ? 'its own folder' : '', ...may, ...npm].filter(Boolean).join(', ')}: see docs/architecture.md`,
  severity: 'error',
  from: { path: from, pathNot: fromNot ? [buildTools, fromNot] : [buildTools] },
  to: {
    // What leads nowhere is said once, by can-be-found; `virtual:` is made by the build.
    couldNotResolve: false,
    pathNot: [...(own ? [own] : []), ...may, ...npm.map((name) => `node_modules/${name}/`)],
    ...(node ? { dependencyTypesNot: ['core'] } : {}),
  },
}));

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'main-is-the-root',
      comment: 'The composition roots import everything and are imported by nobody.',
      severity: 'error',
      from: {},
      to: { path: '^src/(hub/)?main\\.tsx?$' },
    },
    {
      name: 'a-place-in-the-table',
      comment: 'Every file of src/ belongs to a row of the table above; a new folder gets its row first.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [...table.map(({ from }) => from), '^src/main\\.tsx$', '^src/features/[^/]+/text/'],
      },
      to: {},
    },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'can-be-found',
      comment: 'An import that leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      // The real servers and the peers have a package.json of their own, installed when they are run.
      from: { pathNot: '^tests/(servers/programs|bench/(programs|peers))/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'named-in-package-json',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // An import of a type is a direction, too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
