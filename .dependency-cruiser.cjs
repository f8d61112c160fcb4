// The import law of docs/architecture.md. tests/contract/house.law.test.ts plants violations and expects each to be found.
const packages = require('./scripts/house/packages.json');

/** The stages of the engine in the order in which data flows. */
const STAGES = [
  'store',
  'sources',
  'sync',
  'journey',
  'eta',
  'cases',
  'rules',
  'outreach',
  'insights',
  'commands',
  'api',
];
/** They write and read for a person, so they may use the store's own files (docs/decisions/0009). */
const WAY_BACK = new Set(['commands', 'api']);

const escaped = (text) => text.replaceAll('.', '\\.');
const inModules = (names) => `node_modules/(${names.map(escaped).join('|')})/`;
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'npm-bundled'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A stage may import itself, shared, the ports, the store's types, and the stage directly upstream. */
const stageRules = STAGES.flatMap((stage, index) => {
  const allowed = [`^main/engine/${stage}/`, '^shared/', '^main/engine/ports\\.ts$', 'node_modules/'];
  const upstream = STAGES[index - 1];
  if (stage !== 'store') allowed.push('^main/engine/store/types\\.ts$');
  // The sources know the store by its types alone: what they bring is stored by the composition root.
  if (upstream && stage !== 'sources') allowed.push(`^main/engine/${upstream}/`);
  if (WAY_BACK.has(stage)) allowed.push('^main/engine/store/(views|aggregates)/');
  const from = { path: `^main/engine/${stage}/` };
  const outside = { pathNot: [...allowed], dependencyTypesNot: ['core'] };
  if (!WAY_BACK.has(stage)) {
    return [
      forbid(
        `stage-${stage}`,
        `${stage} imports shared, ports, the store's types and its upstream only`,
        from,
        outside,
      ),
    ];
  }
  return [
    forbid(`stage-${stage}`, `${stage} imports nothing outside the engine's stages`, from, {
      ...outside,
      pathNot: [...allowed, `^main/engine/(${STAGES.slice(1).join('|')})/`],
    }),
    forbid(`stage-${stage}-types`, `${stage} knows other stages by their types alone`, from, {
      path: `^main/engine/(${STAGES.slice(1, index - 1).join('|')})/`,
      dependencyTypesNot: ['type-only'],
    }),
    forbid(`stage-${stage}-downstream`, `${stage} imports nothing downstream`, from, {
      path: `^main/engine/(${STAGES.slice(index + 1).join('|') || 'none'})/`,
    }),
  ];
});

/** A package may be imported only where scripts/house/packages.json says so. */
const packageRule = (name, from, pathNot, lists) =>
  forbid(
    `packages-${name}`,
    `only the packages listed for it in scripts/house/packages.json`,
    { path: from, pathNot },
    {
      dependencyTypes: NPM,
      pathNot: inModules(lists.flatMap((list) => packages[list])),
    },
  );

module.exports = {
  forbidden: [
    ...stageRules,
    forbid(
      'ports-alone',
      'the ports know only shared',
      { path: '^main/engine/ports\\.ts$' },
      { pathNot: '^shared/' },
    ),
    forbid(
      'composition-root-alone',
      'stages are put together by the files at the root of main/engine; nobody inside imports those',
      { path: '^main/engine/[^/]+/' },
      { path: '^main/engine/[^/]+\\.ts$', pathNot: '^main/engine/ports\\.ts$' },
    ),
    forbid(
      'engine-alone',
      'the engine knows nothing of what runs it',
      { path: '^main/engine/' },
      { path: '^(main/(?!engine/)|renderer/|scripts/|tests/)' },
    ),
    forbid(
      'no-electron',
      'Electron is imported in main/shell, main/index.ts and main/preload.ts only',
      { path: '^(main|shared|renderer)/', pathNot: '^main/(shell/|index\\.ts$|preload\\.ts$)' },
      { path: 'node_modules/(electron|electron-log|electron-store|electron-updater)/' },
    ),
    forbid(
      'shell-thin',
      'the shell knows the engine by its ports and its messages',
      { path: '^main/(shell/|index\\.ts$|preload\\.ts$)' },
      { path: '^(main/(engine/(?!ports\\.ts$)|headless|loopback/|sandbox/)|renderer/|scripts/|tests/)' },
    ),
    forbid(
      'preload-alone',
      'the preload is one file: a sandboxed preload knows no modules',
      { path: '^main/preload\\.ts$' },
      { pathNot: 'node_modules/electron/' },
    ),
    forbid(
      'engine-entrance',
      'terminal and loopback come in by the front door (index, system, ports) and the key file',
      { path: '^main/(headless|loopback|sandbox)' },
      {
        path: '^main/(engine/|shell/|index\\.ts$|preload\\.ts$)',
        pathNot: '^main/engine/((index|system|ports)\\.ts|store/keyfile\\.ts)$',
      },
    ),
    forbid(
      'sandbox-alone',
      'the sandbox world knows the engine only from outside',
      { path: '^main/sandbox/' },
      {
        path: '^(main/(?!sandbox/)|renderer/|scripts/|tests/)',
      },
    ),
    forbid(
      'driver-in-store',
      'only the store speaks SQL',
      { path: '^(main|shared|renderer)/', pathNot: '^main/engine/store/' },
      { path: inModules(packages.store) },
    ),
    forbid(
      'shared-alone',
      'shared runs anywhere',
      { path: '^shared/' },
      { path: '^(main|renderer|scripts|tests)/' },
    ),
    forbid('shared-no-node', 'shared runs anywhere', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    forbid(
      'renderer-alone',
      'the page knows renderer and shared',
      { path: '^renderer/' },
      { path: '^(main|scripts|tests)/' },
    ),
    forbid('renderer-no-node', 'the page has no Node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid(
      'ui-alone',
      'the design system knows the words of the model, nothing of calls, texts or features',
      { path: '^renderer/ui/', pathNot: '^renderer/ui/kit/' },
      { path: '^(renderer/(?!ui/)|shared/(?!model/))' },
    ),
    forbid(
      'bridge-alone',
      'the bridge knows the contract, not the screens',
      { path: '^renderer/bridge/' },
      { path: '^renderer/(?!bridge/)' },
    ),
    packageRule('shared', '^shared/', [], ['shared']),
    packageRule('store', '^main/engine/store/', [], ['store', 'engine']),
    packageRule('files', '^main/engine/sources/files/', [], ['files', 'engine']),
    packageRule('engine', '^main/engine/', '^main/engine/(store|sources/files)/', ['engine']),
    packageRule('shell', '^main/(shell/|index\\.ts$|preload\\.ts$)', [], ['shell']),
    packageRule('beside', '^main/(headless|loopback|sandbox)', [], ['engine']),
    packageRule('renderer', '^renderer/', '^renderer/ui/', ['renderer']),
    packageRule('ui', '^renderer/ui/', [], ['ui']),
    forbid(
      'no-tests-inside',
      'the product knows nothing of its tests and scripts',
      { path: '^(main|shared|renderer)/' },
      {
        path: '^(tests|scripts)/',
      },
    ),
    forbid(
      'no-cycles',
      'no cycles at run time (types may look back)',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbid(
      'no-orphans',
      'a file that nobody needs',
      {
        orphan: true,
        path: '^(main|shared|renderer|scripts)/',
        pathNot: '(\\.d\\.ts|\\.css|\\.json|\\.html|\\.svg)$|^main/preload\\.ts$|^shared/text/glossary\\.ts$',
      },
      {},
    ),
    forbid(
      'resolvable',
      'an import that leads nowhere',
      { path: '^(main|shared|renderer|scripts)/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.d.ts', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
