/** Leaving an endpoint alone: longer each time, by chance, and as long as it asks for. And how much goes at once. */
import { describe, expect, it } from 'vitest';
import { createBackOff, FIRST_MS, fraction, MOST_MS } from '../../../src/sync/client/back-off.ts';
import { createPace } from '../../../src/sync/client/pace.ts';

describe('back-off', () => {
  it('the longest wait doubles from one second to five minutes, and begins anew once it went well', () => {
    const backOff = createBackOff(() => 1);
    const waits = Array.from({ length: 12 }, () => backOff.fail());
    expect(waits.slice(0, 4)).toEqual([FIRST_MS, 2 * FIRST_MS, 4 * FIRST_MS, 8 * FIRST_MS]);
    expect(waits.slice(-3)).toEqual([MOST_MS, MOST_MS, MOST_MS]);
    backOff.succeed();
    expect(backOff.fail()).toBe(FIRST_MS);
  });

  it('the chance is over the whole wait, so that phones spread', () => {
    const waits = [0, 0.25, 0.5, 0.75].map((random) => {
      const backOff = createBackOff(() => random);
      for (let times = 0; times < 20; times += 1) backOff.fail();
      return backOff.fail();
    });
    expect(waits).toEqual([0, MOST_MS / 4, MOST_MS / 2, (MOST_MS / 4) * 3]);
  });

  it('never before what was asked for is over, but a slip of a clock ends no sync', () => {
    expect(createBackOff(() => 0).fail(90_000)).toBe(90_000);
    expect(createBackOff(() => 0.5).fail(90_000)).toBe(90_500);
    expect(createBackOff(() => 0).fail(10 ** 12)).toBe(60 * 60 * 1000);
  });

  it('bytes make a number from 0 to 1', () => {
    expect(fraction(new Uint8Array([0, 0]))).toBe(0);
    expect(fraction(new Uint8Array([128, 0]))).toBe(0.5);
    expect(fraction(new Uint8Array(6).fill(255))).toBeLessThan(1);
  });
});

describe('pace', () => {
  const usual = { versions: 250, bytes: 262_144 };
  const everything = { versions: 5000, bytes: 10 ** 9 };
  type Paced = ReturnType<typeof createPace>;
  /** A request as full as it may be takes so long; `times` of them. */
  function full(pace: Paced, ms: number, times = 1): void {
    for (let at = 0; at < times; at += 1) pace.took(ms, { versions: pace.versions, bytes: pace.bytes });
  }

  it('any line is tried with 250 versions and 256 KiB at most, less where the endpoint allows less', () => {
    expect(createPace(everything)).toMatchObject(usual);
    expect(createPace({ versions: 1, bytes: 5000 })).toMatchObject({ versions: 1, bytes: 5000 });
  });

  it('a line that answers full ones at once is given more, step by step, up to 1,000 versions and 1 MiB', () => {
    const pace = createPace(everything);
    full(pace, 300);
    expect(pace).toMatchObject({ versions: 500, bytes: 524_288 });
    full(pace, 100, 20);
    expect(pace).toMatchObject({ versions: 1000, bytes: 1_048_576 });
  });

  it('many small ones tell that many may go, and not how much', () => {
    const pace = createPace(everything);
    pace.took(100, { versions: 250, bytes: 25_000 });
    expect(pace).toMatchObject({ versions: 500, bytes: 262_144 });
  });

  it('a few large ones tell that more may go; half of what would have gone tells nothing', () => {
    const pace = createPace(everything);
    pace.took(100, { versions: 125, bytes: 131_072 });
    expect(pace).toMatchObject(usual);
    pace.took(100, { versions: 3, bytes: 250_000 });
    expect(pace).toMatchObject({ versions: 500, bytes: 524_288 });
    // Made ready before that was known, and arrived after it.
    pace.took(100, { versions: 3, bytes: 250_000 });
    expect(pace).toMatchObject({ versions: 500, bytes: 524_288 });
  });

  it('where more than is usual was too much, it is what is usual from then on, whatever the size of each', () => {
    const pace = createPace(everything);
    full(pace, 100);
    pace.tooLarge({ versions: 500, bytes: 50_000 });
    expect(pace).toMatchObject(usual);
    full(pace, 100, 20);
    pace.begin();
    full(pace, 100, 20);
    expect(pace).toMatchObject(usual);
    pace.tooLarge({ versions: 250, bytes: 200_000 });
    expect(pace).toMatchObject({ versions: 250, bytes: 100_000 });
  });

  it('one record after the other, each through at once, says nothing of what the line carries', () => {
    const pace = createPace(everything);
    for (let times = 0; times < 20; times += 1) pace.took(100, { versions: 1, bytes: 1200 });
    expect(pace).toMatchObject(usual);
    full(pace, 100, 2);
    pace.took(100, { versions: 1, bytes: 1200 });
    expect(pace).toMatchObject({ versions: 1000, bytes: 1_048_576 });
  });

  it('each time sending begins it is no more than is usual: the line may be another one', () => {
    const pace = createPace(everything);
    full(pace, 100, 20);
    pace.begin();
    expect(pace).toMatchObject(usual);
  });

  it.each([
    ['that answers later', 301],
    ['whose time is not known', -5000],
  ])('a line %s is given no more than is usual, also where it had more before', (_, ms) => {
    const pace = createPace(everything);
    full(pace, ms);
    expect(pace).toMatchObject(usual);
    full(pace, 100, 20);
    full(pace, ms);
    expect(pace).toMatchObject(usual);
  });

  it('after one that failed it goes on with half of what is usual, however much that one held', () => {
    const pace = createPace(everything);
    full(pace, 100, 20);
    pace.failed();
    expect(pace).toMatchObject({ versions: 125, bytes: 131_072 });
    pace.begin();
    expect(pace.versions).toBe(125);
  });

  it('more than the endpoint allows is never tried, however quick it is, nor what it refused as too large', () => {
    const pace = createPace({ versions: 400, bytes: 300_000 });
    full(pace, 0, 20);
    expect(pace).toMatchObject({ versions: 400, bytes: 300_000 });
    pace.tooLarge({ versions: 200, bytes: 250_000 });
    full(pace, 0, 20);
    expect(pace.bytes).toBe(125_000);
    const small = createPace({ versions: 10, bytes: 500 });
    small.failed();
    expect(small.bytes).toBe(500);
  });

  it('less after a slow or failed request, down to one; more again after quick ones', () => {
    const pace = createPace(usual);
    full(pace, 20_000);
    expect(pace).toMatchObject({ versions: 125, bytes: 131_072 });
    for (let times = 0; times < 20; times += 1) pace.failed();
    expect(pace).toMatchObject({ versions: 1, bytes: 1024 });
    full(pace, 5000);
    expect(pace.versions).toBe(1);
    full(pace, 100, 20);
    expect(pace).toMatchObject(usual);
  });
});
