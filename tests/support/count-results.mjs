// @ts-check
/** For .ci/run: prints how many tests passed and failed, from vitest's JSON report and the exit status of the run. */
import { readFileSync } from 'node:fs';

const [report = '', status = '1'] = process.argv.slice(2);
const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
const tests = testResults.flatMap(
  (/** @type {{ assertionResults: { status: string }[] }} */ file) => file.assertionResults,
);
// A test that was left out says nothing about the app, so it is not taken as good.
const notPassed = tests.filter((/** @type {{ status: string }} */ test) => test.status !== 'passed').length;
// A file that could not even be read has no tests in the report.
const brokenFiles = testResults.filter(
  (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
    file.status === 'failed' && file.assertionResults.length === 0,
).length;
let failed = notPassed + brokenFiles;
// The run can fail outside of any test: an unhandled rejection, a build that broke.
if (status !== '0' && failed === 0) failed = 1;
console.log(`${numPassedTests} ${failed}`);
