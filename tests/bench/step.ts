/** A piece of the bench that is measured by itself: where it fails, the others are measured all the same. */
import type { Figure } from './figure.ts';

export interface Step {
  /** What is said when it begins and when it fails. */
  name: string;
  measure(): Promise<Figure[]>;
}
