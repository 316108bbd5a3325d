import { expect, test } from 'vitest';
import { planting } from '../../../../src/features/assets/ui/planting.ts';

test.each([0, 1, 2, 5, 6, 7, 14, 15, 40, 120])(
  '%i things: each has a plant, inside the picture and as far apart as its neighbours',
  (count) => {
    const places = planting(count);
    expect(places).toHaveLength(count);
    for (const { x, y, size } of places) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(320);
      expect(y).toBeLessThan(156);
      expect(size).toBeGreaterThan(0);
    }
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
  },
);

test('plants of one row are alike in size: none is more than another', () => {
  for (const y of new Set(planting(40).map((place) => place.y))) {
    const sizes = planting(40)
      .filter((place) => place.y === y)
      .map(({ size }) => size);
    expect(new Set(sizes).size).toBe(1);
  }
});

test('those in front are drawn last', () => {
  const rows = planting(30).map(({ y }) => y);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
});
