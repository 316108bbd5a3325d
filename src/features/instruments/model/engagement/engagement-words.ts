/** The shape of the engagement tool's words in one language: every text, none optional. */

export const statementIds = [
  'assets',
  'voice',
  'responsibility',
  'celebrating',
  'support',
  'benefits',
] as const;
export type StatementId = (typeof statementIds)[number];

export const bandIds = ['basic', 'getting-there', 'excellent'] as const;
export type BandId = (typeof bandIds)[number];

export interface StatementWords {
  /** At most 28 characters: it stands round the star. */
  short: string;
  name: string;
  about: string;
  /** In the first person, for reading and for hearing. */
  levels: Record<BandId, string>;
  /** Low: is it me, how the project is run, or the chances I get? High: what worked, how do we do more, whom do we tell? */
  talk: { low: string; high: string };
}

export interface EngagementWords {
  title: string;
  purpose: string;
  bands: Record<BandId, string>;
  statements: Record<StatementId, StatementWords>;
}
