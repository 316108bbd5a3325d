/** The cards of "Me", one from each feature: what I can do comes before everything else. Empty ones show nothing. */
import { HomeActions } from '../../features/actions/ui/home-actions.tsx';
import { HomeStar } from '../../features/readings/ui/home-star.tsx';
import { HomeAssets } from '../../features/assets/ui/home-assets.tsx';
import { LatestMoments } from '../../features/story/ui/latest-moments.tsx';

export function Cards() {
  return (
    <>
      <HomeAssets />
      <HomeStar />
      <HomeActions />
      <LatestMoments />
    </>
  );
}
