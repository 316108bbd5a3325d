/** A talk between two people: sitting at the same height, two bubbles of the same size. */
import { Person } from './person.tsx';
import { LeafStar, Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function TalkArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <path
        fill={tint('paper')}
        d="M90 16h52a12 12 0 0 1 12 12v26a12 12 0 0 1-12 12h-26l-16 14V66h-10a12 12 0 0 1-12-12V28a12 12 0 0 1 12-12Z"
      />
      <path
        fill={tint('paper')}
        d="M230 16h-52a12 12 0 0 0-12 12v26a12 12 0 0 0 12 12h26l16 14V66h10a12 12 0 0 0 12-12V28a12 12 0 0 0-12-12Z"
      />
      <Sprout x={116} y={58} size={1.2} />
      <LeafStar x={204} y={41} size={0.95} />
      <path fill={tint('furrow')} d="M54 142h52v30H54ZM214 142h52v30h-52Z" />
      <path stroke={tint('soil')} stroke-width="3" d="M59 152h42M59 162h42M219 152h42M219 162h42" />
      <Person
        x={86}
        y={172}
        pose="sitting"
        skin={3}
        top="sun"
        legs="denim"
        hair="curls"
        near={[24, -52]}
        far={[30, -60]}
      />
      <Person
        x={234}
        y={172}
        facing="left"
        pose="sitting"
        skin={2}
        top="plum"
        legs="deep"
        hair="bun"
        hairTint="clay"
        near={[22, -46]}
        far={[28, -54]}
      />
      <Sprout x={160} y={178} size={1.2} />
    </Scene>
  );
}
