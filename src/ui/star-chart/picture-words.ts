/** Every word and figure that stands on the saved picture of a star. Pure, so that a test can read them all. */
import type { Translate } from '../text/catalog.ts';
import { sayDay } from '../text/dates.ts';
import type { Language } from '../text/languages.ts';
import type { StarData } from './star-data.ts';
import { rings } from './star-frame.ts';
import { marksOf, type Mark } from './star-marks.ts';
import { nameOf } from './star-names.ts';
import { outlineName } from './star-sentence.ts';

export interface PictureWords {
  title: string;
  /** Round the star, in the order of the axes. */
  names: string[];
  /** On the rings. */
  rings: string[];
  legend: { mark: Mark; words: string }[];
  /** What a broken line means; null where nothing was left out. */
  gap: string | null;
  /** With more than six axes numbers stand round the star; these lines say what they mean. */
  key: string[];
}

export function pictureWords(data: StarData, title: string, t: Translate, language: Language): PictureWords {
  const count = data.axes.length;
  const gaps = data.outlines.some((outline) =>
    data.axes.some((_, axis) => (outline.values[axis] ?? null) === null),
  );
  return {
    title,
    names: data.axes.map((axis, index) => nameOf(axis.short, index, count)),
    rings: rings.map(String),
    legend: marksOf(data.outlines).map((mark) => ({
      mark,
      words: outlineName(mark.outline, t, sayDay(language, mark.outline.date)),
    })),
    gap: gaps ? t('star.picture.gap') : null,
    key: count > 6 ? data.axes.map((axis, index) => `${index + 1} ${axis.short}`) : [],
  };
}
