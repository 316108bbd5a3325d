/** What was measured, as a figure: medians with their ranges, beside the peer and the bar. */

export interface Figure {
  name: string;
  /** Median of the runs. */
  value: number;
  unit: 'ms' | 'KB' | 'MB' | '/s' | 'count' | 'points';
  /** Lowest and highest of the runs. */
  range?: [number, number];
  /** How many runs of each side. */
  runs?: number;
  /** The median of the peer, measured in between. */
  peer?: number;
  peerRange?: [number, number];
  /** What the peer is. */
  peerName?: string;
  /** value ÷ peer. */
  ratio?: number;
  /** Where it has to stay: a ratio where there is a peer, else in `unit`. */
  bar?: number;
  /** True where the bar is the least that is wanted, not the most. */
  atLeast?: true;
  /** Left out where there is no bar. */
  ok?: boolean;
}

interface About {
  name: string;
  peerName?: string;
  bar?: number;
}

/** A figure of times beside a peer's, both in milliseconds. */
export function beside(about: About, own: readonly number[], peer: readonly number[]): Figure {
  return judged({ ...about, unit: 'ms' }, median(own), median(peer), {
    range: rangeOf(own),
    runs: own.length,
    peerRange: rangeOf(peer),
  });
}

/** The 95th percentile of times beside a peer's; the range is that of all runs. */
export function slowest(about: About, own: readonly number[], peer: readonly number[]): Figure {
  return judged({ ...about, unit: 'ms' }, percentile(own, 0.95), percentile(peer, 0.95), {
    range: rangeOf(own),
    runs: own.length,
    peerRange: rangeOf(peer),
  });
}

/** A figure of rates or amounts beside a peer's. The bar is a ratio: at least where more is better, at most where less is. */
export function rated(
  { better, ...about }: About & Pick<Figure, 'unit'> & { better: 'more' | 'less' },
  own: readonly number[],
  peer: readonly number[],
): Figure {
  const ratio = round(median(own) / median(peer));
  const { bar } = about;
  const judgement = bar === undefined ? {} : { ok: better === 'more' ? ratio >= bar : ratio <= bar };
  return {
    ...about,
    value: round(median(own)),
    range: rangeOf(own),
    runs: own.length,
    peer: round(median(peer)),
    peerRange: rangeOf(peer),
    ratio,
    ...(better === 'more' ? { atLeast: true } : {}),
    ...judgement,
  };
}

/** A figure that stands alone: of times where no unit is given. */
export function alone(about: About & { unit?: Figure['unit'] }, own: readonly number[]): Figure {
  const value = round(median(own));
  const judgement = about.bar === undefined ? {} : { ok: value <= about.bar };
  return { unit: 'ms', ...about, value, range: rangeOf(own), runs: own.length, ...judgement };
}

/** A share of times that stands alone: 0.99 for the 99th percentile. */
export function share(about: About, own: readonly number[], of: number): Figure {
  const value = round(percentile(own, of));
  const judgement = about.bar === undefined ? {} : { ok: value <= about.bar };
  return { ...about, unit: 'ms', value, range: rangeOf(own), runs: own.length, ...judgement };
}

/** Something counted once. With `atLeast` the bar is the least that is wanted, else the most. */
export function counted(about: About & Pick<Figure, 'unit' | 'atLeast'>, amount: number): Figure {
  const value = round(amount);
  if (about.bar === undefined) return { ...about, value };
  return { ...about, value, ok: about.atLeast ? value >= about.bar : value <= about.bar };
}

function judged(
  about: About & Pick<Figure, 'unit'>,
  value: number,
  peer: number,
  rest: Partial<Figure>,
): Figure {
  const ratio = round(value / peer);
  const judgement = about.bar === undefined ? {} : { ok: ratio <= about.bar };
  return { ...about, value: round(value), peer: round(peer), ratio, ...rest, ...judgement };
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Between the two nearest where it falls between; throws where nothing was measured. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('nothing was measured');
  return below + (above - below) * (place - Math.floor(place));
}

function rangeOf(values: readonly number[]): [number, number] {
  return [round(Math.min(...values)), round(Math.max(...values))];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A line of JSON, with the same names in each: null where there is no peer, or no bar. */
export function line(figure: Figure): string {
  const { name, value, unit, peer = null, ratio = null, bar = null, ok = null, ...rest } = figure;
  return JSON.stringify({ name, value, unit, peer, ratio, bar, ok, ...rest });
}

/** A table for reading, in Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, value, unit, range, peer, peerRange, peerName, ratio, bar, atLeast, ok, runs }) => [
      name,
      spread(value, range) + ` ${unit}`,
      peer === undefined ? '' : `${spread(peer, peerRange)} ${unit} (${peerName})`,
      ratio === undefined ? '' : `${ratio}×`,
      bar === undefined ? '' : `${atLeast ? '≥' : '≤'} ${bar}${ratio === undefined ? ` ${unit}` : '×'}`,
      ok === undefined ? '' : ok ? 'yes' : '**no**',
      runs === undefined ? '' : String(runs),
    ],
  );
  const head = ['figure', 'Plotline: median (range)', 'peer: median (range)', 'ratio', 'bar', 'met', 'runs'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function spread(value: number, range: [number, number] | undefined): string {
  return range ? `${value} (${range[0]}–${range[1]})` : String(value);
}
