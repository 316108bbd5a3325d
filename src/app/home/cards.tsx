/** The cards of "Me", one from each feature: what I can do comes before everything else. Empty ones show nothing. */

export function Cards() {
  return <></>;
}
