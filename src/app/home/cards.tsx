/** The cards of "Me", one from each feature: what I can do comes before everything else. Empty ones show nothing. */
import { useEffect } from 'preact/hooks';
import { HomeActions } from '../../features/actions/ui/home-actions.tsx';
import { HomeStar } from '../../features/readings/ui/home-star.tsx';
import { HomeAssets } from '../../features/assets/ui/home-assets.tsx';
import { useOwnerName } from '../../features/people/ui/use-owner-name.ts';
import { HomePeople } from '../people/home-people.tsx';
import { LatestMoments } from '../../features/story/ui/latest-moments.tsx';

export interface CardsProps {
  /** Told what the owner's record says they are called. */
  onName(name: string): void;
}

export function Cards({ onName }: CardsProps) {
  const name = useOwnerName();
  useEffect(() => {
    if (name !== undefined) onName(name);
  }, [name, onName]);
  return (
    <>
      <HomeAssets />
      <HomeStar />
      <HomeActions />
      <LatestMoments />
      <HomePeople />
    </>
  );
}
