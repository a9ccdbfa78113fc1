// Who may import whom. The folders of app/ are the business; a file's suffix is its layer.

const tests = '\\.test\\.tsx?$';
const server = '\\.server\\.tsx?$';
const surface = '^app/(routes|components)/';
const frame = '^app/(root|routes|context|entry\\.(client|server))\\.tsx?$';

// Each area may import those on earlier rungs; `onboarding` and `contracts` stand on one rung and apart.
const line = [
  ['vendors'],
  ['onboarding', 'contracts'],
  ['kpi'],
  ['sla'],
  ['risks', 'settlement'],
  ['fallback'],
  ['reviews'],
];
// Anyone may call these; they call no area.
const sinks = [
  'actions',
  'audit',
  'documents',
  'notifications',
  'auth',
  'print',
  'privacy',
  'packs',
  'rates',
  'views',
];
// These look at every area, and none knows them.
const views = ['calendar', 'desk', 'exports', 'search'];
// The rest: what all share, the settings whose shapes the areas give, and what runs and shows everything.
const house = ['shared', 'settings', 'jobs', 'api', 'components', 'routes', 'locales', 'styles'];
const areas = line.flat();

const lineRules = line.flatMap((rung, height) =>
  rung.map((area) => {
    const later = line.slice(height).flat();
    return {
      name: `line-${area}`,
      comment: `${area} knows only what stands before it in the line of areas.`,
      severity: 'error',
      from: { path: `^app/${area}/`, pathNot: tests },
      to: { path: `^app/(${later.filter((other) => other !== area).join('|') || '-'})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...lineRules,
    {
      name: 'sinks-call-no-area',
      comment:
        'Actions, audit, documents, notifications and sign-in are called by areas and call none.',
      severity: 'error',
      from: { path: `^app/(${sinks.join('|')}|shared)/`, pathNot: tests },
      to: { path: `^app/(${areas.join('|')}|jobs)/` },
    },
    {
      name: 'views-are-not-seen',
      comment:
        'What gathers from every area is called by routes and commands alone; a task may be described anywhere.',
      severity: 'error',
      from: { path: `^app/(${[...areas, ...sinks].join('|')})/`, pathNot: tests },
      to: { path: `^app/(${views.join('|')})/` },
    },
    {
      name: 'every-folder-has-its-place',
      comment: 'A new folder of app/ is named above, so that the rules hold for it.',
      severity: 'error',
      from: { path: `^app/(?!(${[...areas, ...sinks, ...views, ...house].join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'jobs-see-and-are-not-seen',
      comment: 'Jobs see every verb; no area knows that jobs exist.',
      severity: 'error',
      from: { path: `^app/(${areas.join('|')})/`, pathNot: tests },
      to: { path: '^app/jobs/' },
    },
    {
      name: 'nouns-are-pure',
      comment:
        'A file without a suffix runs anywhere: no store, no server file, no Node module, no framework.',
      severity: 'error',
      from: { path: '^app/[^/]+/', pathNot: [server, tests, surface, '^app/locales/'] },
      to: { path: [server, '^db/', surface, frame] },
    },
    {
      name: 'nouns-name-no-machine',
      comment: 'A rule reads no file, no network and no database, and renders nothing.',
      severity: 'error',
      from: { path: '^app/[^/]+/', pathNot: [server, tests, surface, '^app/locales/'] },
      to: {
        path: '(^|node_modules/)(better-sqlite3|pg|drizzle-orm|express|pino|nodemailer|@node-rs|@remix-run/(node|express|react)|exceljs|read-excel-file)(/|$)',
      },
    },
    {
      name: 'nouns-know-no-node',
      comment: 'A rule may run in the browser.',
      severity: 'error',
      from: { path: '^app/[^/]+/', pathNot: [server, tests, '^app/routes/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'components-are-markup',
      comment: 'Props in, markup out: a component knows no store, no verb, no route.',
      severity: 'error',
      from: { path: '^app/components/', pathNot: tests },
      to: { path: [server, '^db/', '^app/routes/'] },
    },
    {
      name: 'verbs-know-no-page',
      comment: 'Verbs and queries are called by routes, commands and jobs, and know none of them.',
      severity: 'error',
      from: { path: `^app/[^/]+/.*${server}`, pathNot: surface },
      to: { path: [surface, '^app/root\\.tsx$', '^scripts/', '^tests/'] },
    },
    {
      name: 'schema-knows-nouns',
      comment: 'Tables take vocabularies from the nouns and nothing else.',
      severity: 'error',
      from: { path: '^db/schema/' },
      to: { path: [server, surface, '^db/(?!schema/|columns\\.ts)', '^scripts/', '^tests/'] },
    },
    {
      name: 'store-knows-no-verb',
      comment: 'The store serves the areas; the demo alone acts through their verbs.',
      severity: 'error',
      from: { path: '^db/', pathNot: [tests, '^db/demo/'] },
      to: { path: ['^app/.*' + server, surface, '^db/demo/'] },
    },
    {
      name: 'demo-stays-outside',
      comment: 'The product does not know its demo.',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: ['^db/demo/', '^scripts/', '^tests/'] },
    },
    {
      name: 'drivers-are-named-once',
      comment:
        'Each driver is known to the store of its engine alone; the floors of the bench go round it.',
      severity: 'error',
      from: {
        path: '^(app|db|scripts)/',
        pathNot: '^(db/((sqlite|postgres)-)?store\\.server|scripts/bench/floors)\\.ts$',
      },
      to: {
        path: '(^|node_modules/)(better-sqlite3|pg|drizzle-orm/(better-sqlite3|node-postgres))(/|$)',
      },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      severity: 'error',
      from: {
        path: '^(app|db|scripts/(server|worker))',
        pathNot: [tests, '^app/routes\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-circles',
      comment: 'Types may point back at each other; code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?(url|raw)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
