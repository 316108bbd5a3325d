/** What a person takes away is gone from the hub: shares taken back, records erased. On each database. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, after, erased, phone, takenBack, type HubPhone } from '../support/hub-phone.ts';

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let ada: HubPhone;
  let worker: HubPhone;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start();
    [ada, worker] = [await phone(hub), await phone(hub, { role: 'worker' })];
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  test('a share that is taken back is served to whom it is about alone; the word of it goes to everybody', async () => {
    const first = about(ada.id);
    const second = after(first, { body: { said: 'more' } });
    await ada.push(first, second);
    const { next } = await worker.pull();
    expect(await worker.sees(first, second)).toEqual([true, true]);
    const back = takenBack(second);
    expect(await ada.outcomes(back)).toEqual(['ok']);
    expect(await worker.sees(first, second, back)).toEqual([false, false, true]);
    expect(await ada.sees(first, second, back)).toEqual([true, true, true]);
    expect((await worker.pull(next)).versions).toContainEqual(back);
  });

  test('so is what comes late of it, and nothing that is shared again afterwards', async () => {
    const first = about(ada.id);
    const second = after(first);
    const back = takenBack(second);
    const again = after(back, { audience: 'team', body: { said: 'again' } });
    expect(await ada.outcomes(first, back)).toEqual(['ok', 'ok']);
    // The worker's phone had the second before, and sends it on now.
    expect(await worker.outcomes(second)).toEqual(['ok']);
    expect(await ada.outcomes(again)).toEqual(['ok']);
    expect(await worker.sees(first, second, back, again)).toEqual([false, false, true, true]);
    expect(await ada.sees(first, second, back, again)).toEqual([true, true, true, true]);
  });

  test('what its author took back stays with the author and whom it is about', async () => {
    const colleague = await phone(hub, { role: 'trainer' });
    const note = about(ada.id, { author: { id: worker.id, role: 'worker' } });
    await worker.push(note);
    expect(await colleague.sees(note)).toEqual([true]);
    // An edit by a colleague does not make it theirs to take back, not even one that claims to be older.
    const edit = after(note, { author: { id: colleague.id, role: 'trainer' } });
    const older = { ...edit, rev: '000000000001-0000-testnode', base: null };
    expect(await colleague.outcomes(edit, older)).toEqual(['ok', 'ok']);
    const byColleague = { author: { id: colleague.id, role: 'trainer' as const } };
    expect(await colleague.outcomes(takenBack(edit, byColleague))).toEqual(['reject: not-yours']);
    expect(await worker.outcomes(takenBack(edit, { author: note.author }))).toEqual(['ok']);
    expect(await worker.sees(note)).toEqual([true]);
    expect(await ada.sees(note)).toEqual([true]);
    expect(await colleague.sees(note)).toEqual([false]);
  });

  const rowsOf = (id: string) =>
    hub.database.transaction('upkeep', (transaction) =>
      transaction.query(
        z.object({ removed: z.nullable(z.string()), json: z.string() }),
        'select removed, json from plotline.versions where record_id = $1 order by rev',
        [id],
      ),
    );
  const attachments = (name: string) =>
    hub.database.transaction('upkeep', (transaction) =>
      transaction.query(
        z.unknown(),
        `select at from plotline.attachment_parts where sha256 = $1
         union all select total from plotline.attachments where sha256 = $1`,
        [name],
      ),
    );

  test('an erased record leaves its tombstone and nothing else, photos that were its alone included', async () => {
    const [own, shared] = ['own', 'shared'].map((what) =>
      new TextEncoder().encode(`${what} ${randomUUID()}`),
    );
    const names = [own, shared].map((bytes) =>
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    );
    const first = about(ada.id, { body: { said: 'secret words', photos: names } });
    const second = after(first);
    const other = about(ada.id, { body: { photo: names[1] } });
    await ada.push(first, second, other);
    for (const [at, bytes] of [own, shared].entries()) {
      expect((await ada.ask('PUT', `/v1/attachments/${names[at]}`, bytes)).status).toBe(201);
    }
    const tombstone = erased(second);
    expect(await ada.outcomes(tombstone)).toEqual(['ok']);
    const rows = await rowsOf(first.id);
    expect(rows.map(({ removed }) => removed)).toEqual(['erased']);
    expect(JSON.stringify(rows)).not.toContain('secret');
    expect(await attachments(names[0] ?? '')).toEqual([]);
    expect(await attachments(names[1] ?? '')).toHaveLength(2);
    expect(await worker.sees(first, second, tombstone, other)).toEqual([false, false, true, true]);
  });

  test('what was erased does not come back, from whichever phone', async () => {
    const first = about(ada.id);
    await ada.push(first);
    await ada.push(erased(first));
    const later = after(first, { author: { id: worker.id, role: 'worker' } });
    expect(await worker.outcomes(first, later, takenBack(later))).toEqual([
      'reject: erased',
      'reject: erased',
      'reject: erased',
    ]);
    // Erased on a second phone too, before it heard of the first: fine.
    expect(await ada.outcomes(erased(first))).toEqual(['ok']);
    expect((await rowsOf(first.id)).map(({ removed }) => removed)).toEqual(['erased', 'erased']);
  });

  test('erased and edited in one request: erased', async () => {
    const first = about(ada.id);
    expect(await ada.outcomes(first, erased(first), after(first))).toEqual([
      'reject: erased',
      'ok',
      'reject: erased',
    ]);
    expect((await rowsOf(first.id)).map(({ removed }) => removed)).toEqual(['erased']);
  });

  test('a record stays with whom it is about, from its first version on, in one request too', async () => {
    const quin = await phone(hub);
    const by = { author: { id: worker.id, role: 'worker' as const } };
    const first = about(ada.id, by);
    const turned = after(first, { subject: quin.id });
    expect(await worker.outcomes(first, turned, after(first))).toEqual([
      'ok',
      'reject: another-subject',
      'ok',
    ]);
    // Not by erasing either: whom it is about would not hear of it.
    const ends = [turned, erased(turned), takenBack(turned)];
    expect(await worker.outcomes(...ends)).toEqual(ends.map(() => 'reject: another-subject'));
    expect(await worker.outcomes(erased(first))).toEqual(['ok']);
    expect((await rowsOf(first.id)).map(({ removed }) => removed)).toEqual(['erased']);
  });

  describe('a record that two requests at once began for two people', () => {
    let quin: HubPhone;
    let chief: HubPhone;
    beforeAll(async () => {
      [quin, chief] = [await phone(hub), await phone(hub, { role: 'coordinator' })];
    });

    /** Put there past the rule, which each of the two requests kept. */
    const begun = async () => {
      const forAda = about(ada.id, { author: { id: worker.id, role: 'worker' }, body: { said: 'secret' } });
      const apart = about(quin.id, { author: forAda.author, body: { said: 'secret' } });
      await worker.push(forAda, apart);
      await hub.database.transaction('upkeep', (transaction) =>
        transaction.change(
          `update plotline.versions set record_id = $1::uuid, json = replace(json, $2::text, $1::text)
           where record_id = $2::uuid`,
          [forAda.id, apart.id],
        ),
      );
      return { forAda, forQuin: { ...apart, id: forAda.id } };
    };

    test.each([
      ['the one it is about', () => ada, 'forAda'],
      ['the other it is about', () => quin, 'forQuin'],
      ['who wrote it', () => worker, 'forAda'],
      ['a coordinator', () => chief, 'forQuin'],
    ] as const)('can be taken back and erased whole by %s', async (_, who, which) => {
      const versions = await begun();
      const known = versions[which];
      const back = takenBack(known);
      expect(await who().outcomes(back, erased(back))).toEqual(['reject: erased', 'ok']);
      const left = await rowsOf(known.id);
      expect(left.map(({ removed }) => removed)).toEqual(['erased']);
      expect(JSON.stringify(left)).not.toContain('secret');

      const again = await begun();
      const colleague = await phone(hub, { role: 'trainer' });
      expect(await colleague.sees(again.forAda, again.forQuin)).toEqual([true, true]);
      expect(await who().outcomes(takenBack(again[which]))).toEqual(['ok']);
      expect(await colleague.sees(again.forAda, again.forQuin)).toEqual([false, false]);
    });

    test('goes on for both, and for nobody else', async () => {
      const { forAda, forQuin } = await begun();
      expect(await ada.outcomes(after(forAda))).toEqual(['ok']);
      expect(await quin.outcomes(after(forQuin))).toEqual(['ok']);
      expect(await chief.outcomes(after(forQuin, { subject: chief.id }))).toEqual([
        'reject: another-subject',
      ]);
    });
  });

  test('erasing while others write to the record: whoever comes when, nothing of it is left', async () => {
    for (let round = 0; round < 10; round++) {
      const first = about(ada.id);
      await ada.push(first);
      const edits = Array.from({ length: 6 }, () =>
        after(first, { author: { id: worker.id, role: 'worker' } }),
      );
      const [, ...outcomes] = await Promise.all([
        ada.push(erased(first)),
        ...edits.map((edit) => worker.outcomes(edit)),
      ]);
      expect(outcomes.flat().every((outcome) => ['ok', 'reject: erased'].includes(outcome))).toBe(true);
      expect((await rowsOf(first.id)).map(({ removed }) => removed)).toEqual(['erased']);
    }
  });
});
