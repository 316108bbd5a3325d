/** A reading on the board of a star. How far it has come is told by its own page where it is not known here. */
import type { Delivery } from '../../../../core/store.ts';
import type { Version } from '../../../../core/version.ts';
import type { ReadingBody } from '../../model/reading.ts';

export type BoardReading = Version<ReadingBody> & { delivery?: Delivery };
