/** The full run: 200 phones, 50 versions each, 30 of 100 requests going wrong, and the control that must lose records. */
import { naiveClient } from './naive-client.ts';
import { oddPayloads } from './odd-payloads.ts';
import { runFleet, type Result } from './run-fleet.ts';

const SHARE = 0.3;
const mustBeNone = [
  'missing',
  'copies',
  'changed',
  'strays',
  'photosMissing',
  'stillWaiting',
  'setAside',
] as const;

/** Gives 0 where nothing was lost, doubled or changed, and the control was seen to lose. */
export async function faultsOfSync([devices = '200', records = '50']: string[]): Promise<number> {
  const size = { devices: Number(devices), records: Number(records), share: SHARE };
  const tell = (line: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${line}`);
  console.log(
    `${size.devices} phones, ${size.records} versions each, ${SHARE * 100} of 100 requests go wrong`,
  );
  const result = await runFleet({ ...size, tell });
  show(result);
  console.log('the control, which believes any 2xx:');
  const naive = await runFleet({ ...size, naive: naiveClient, tell });
  console.log(`  ${naive.missing} of ${naive.written} lost`);

  console.log('odd bodies, through the hub to another phone:');
  const odd = await oddPayloads(size.devices * size.records);
  console.log(`  ${odd.exact} exact, ${odd.refused} refused with a reason, ${odd.lost} lost or changed`);
  for (const why of odd.reasons) console.log(`    ${why}`);

  const well =
    mustBeNone.every((what) => result[what] === 0) &&
    result.unexpected.length === 0 &&
    odd.lost === 0 &&
    naive.missing > 0;
  console.log(well ? 'nothing lost, nothing doubled, nothing changed' : 'NOT RIGHT');
  return well ? 0 : 1;
}

function show({ faults, unexpected, ...counts }: Result): void {
  for (const [what, count] of Object.entries(counts)) console.log(`  ${what.padEnd(16)} ${count}`);
  for (const error of unexpected) console.log(`  unexpected: ${String(error)}`);
  for (const [what, count] of Object.entries(faults)) console.log(`    ${what.padEnd(40)} ${count}`);
}
