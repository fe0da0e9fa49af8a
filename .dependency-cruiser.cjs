/** Which way imports point (docs/architecture.md). A domain imports only from the domains below it, through their index.ts. */
const LAYERS = [
  ['pages', 'reports', 'city', 'messaging'],
  ['reviews'],
  ['orders'],
  ['carts', 'payments'],
  ['search'],
  ['inventory', 'communities'],
  ['catalog', 'pickup', 'ledger'],
  ['sellers'],
  ['accounts'],
  ['geography'],
  ['platform'],
];

const directions = LAYERS.flatMap((layer, at) =>
  layer.map((domain) => {
    const allowed = [domain, ...LAYERS.slice(at + 1).flat()];
    return {
      name: `${domain}-imports-only-below`,
      severity: 'error',
      from: { path: `^api/${domain}/` },
      to: { path: '^api/', pathNot: `^api/(${allowed.join('|')})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    {
      name: 'no-import-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domains-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^api/([^/]+)/' },
      to: { path: '^api/([^/]+)/', pathNot: ['^api/$1/', '^api/platform/', '^api/[^/]+/index\\.ts$'] },
    },
    {
      name: 'browser-code-does-not-import-the-server',
      severity: 'error',
      from: { path: '^storefront-widget/' },
      to: { path: '^(api|seeds|simulators|test|bench)/' },
    },
    {
      name: 'server-takes-only-words-and-operations-of-the-browser',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^storefront-widget/', pathNot: '^storefront-widget/(words|operations)/' },
    },
    {
      name: 'simulators-stand-alone',
      severity: 'error',
      from: { path: '^simulators/' },
      to: { path: '^(api|seeds|storefront-widget|test|bench)/' },
    },
    {
      name: 'only-the-root-of-api-imports-seeds-and-simulators',
      severity: 'error',
      from: { path: '^api/[^/]+/', pathNot: '^api/commands/' },
      to: { path: '^(seeds|simulators|test|bench)/' },
    },
    {
      name: 'a-start-loads-what-it-needs: fillings and stand-ins are loaded when they are asked for',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/(commands/|fill-empty-market\\.ts$|demo\\.ts$)' },
      to: {
        path: '^(seeds|simulators)/',
        pathNot: '^seeds/load/(demo-site|is-empty-market|unfinished-seed)\\.ts$',
        dynamic: false,
      },
    },
    { name: 'not-to-test', severity: 'error', from: { pathNot: '^(test|bench)/' }, to: { path: '^test/' } },
    ...directions,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/generated/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
    parser: 'tsc',
  },
};
