/** The cards of "Me", one from each feature: what I can do comes before everything else. Empty ones show nothing. */
import { LatestMoments } from '../../features/story/ui/latest-moments.tsx';

export function Cards() {
  return (
    <>
      <LatestMoments />
    </>
  );
}
