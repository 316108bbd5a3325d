// @ts-check
/** What must not stand in code: unfinished work, switched-off checks, storage touched by a screen, secret ways to run text. */
import { readFileSync } from 'node:fs';
import { conclude, projectFiles } from './project-files.mjs';

const everywhere = [
  { why: 'unfinished', word: /\b(TODO|FIXME|XXX|not implemented|placeholder)\b(?![=\]'])/ },
  {
    why: 'a test that is switched off or alone',
    word: /\.(skip|skipIf|only|todo)\(|\b(xit|xdescribe|fdescribe|fit)\(/,
  },
  {
    why: 'a check switched off',
    word: /@ts-(ignore|expect-error|nocheck)|eslint-disable|biome-ignore|prettier-ignore/,
  },
  {
    why: 'a lint rule switched off without a reason (end the line with `-- why`)',
    word: /oxlint-disable(?!.* --( \S|$))/,
  },
  { why: 'an `as` that lies', word: /\bas any\b|\bas never\b/ },
];
const inProgram = [
  {
    why: 'text run or written as code',
    word: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/,
  },
];
const inParts = [
  { why: 'a part that writes records (only a data.ts does that)', word: /\bstore\.(write|apply)\(/ },
];
const inScreens = [
  {
    why: 'a screen that writes to the store itself (its data.ts does that)',
    word: /\bstore\.(saveDraft|dropDraft|keepAttachment)\(/,
  },
];
const inPure = [
  {
    why: 'a clock or chance that is not passed in',
    word: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/,
  },
];

const files = projectFiles(/^(src|tests)\/.*\.(tsx?|mjs)$/).filter(
  (path) => !path.startsWith('tests/checks/'),
);
const found = files.flatMap((path) => {
  const rules = [
    ...everywhere,
    ...(path.startsWith('src/') ? inProgram : []),
    ...(/^src\/(ui|app|features\/[^/]+\/ui)\//.test(path) ? inParts : []),
    ...(/^src\/features\/[^/]+\/ui\//.test(path) ? inScreens : []),
    ...(/^src\/(core|sync\/protocol|features\/[^/]+\/model)\//.test(path) ? inPure : []),
  ];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, at) =>
      rules
        .filter(({ word }) => word.test(line))
        .map(({ why }) => `${path}:${at + 1}: ${why}: ${line.trim()}`),
    );
});
conclude(found, `${files.length} files`);
