// @ts-check
/** The project's own files, as git knows them, new ones included. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Paths from the project's root whose end matches. Throws where nothing matches: a check that sees no files is blind.
 * @param {RegExp} ending
 * @returns {string[]}
 */
export function projectFiles(ending) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' });
  const files = listed.split('\n').filter((path) => ending.test(path) && existsSync(path));
  if (files.length === 0) throw new Error(`no file of the project matches ${ending}`);
  return files;
}

/**
 * Ends the check: prints what was found and fails, or says in one line what was looked at.
 * @param {string[]} found
 * @param {string} looked
 */
export function conclude(found, looked) {
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
  else console.log(looked);
}
