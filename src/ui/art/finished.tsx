/** After finishing: the line has grown into a star of leaves, and two people take a moment to look at it. */
import { Person } from './person.tsx';
import { LeafStar, Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function FinishedArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <path
        stroke={tint('paper')}
        stroke-opacity="0.6"
        stroke-width="5"
        d="M52 172c56 0 72-6 88-30M76 184c66 0 92-10 108-40"
      />
      <path stroke={tint('deep')} stroke-width="7" d="M60 178c70 0 84-10 98-44s-2-44 8-62" />
      <path
        fill={tint('leaf')}
        d="M160 126c6-14 18-18 32-12-6 14-18 18-32 12ZM164 104c-12-8-13-20-4-31 11 8 13 20 4 31Z"
      />
      <LeafStar x={168} y={56} size={1.9} />
      <Person
        x={248}
        y={172}
        facing="left"
        skin={1}
        top="denim"
        legs="furrow"
        hair="short"
        near={[16, -46]}
        far={[24, -40]}
      />
      <path stroke={tint('furrow')} stroke-width="5" d="M226 122v36" />
      <path fill={tint('line')} d="M219 154h14v14c0 6-14 6-14 0Z" />
      <path fill={tint('furrow')} d="M48 146h44v26H48Z" />
      <path stroke={tint('soil')} stroke-width="3" d="M52 155h36M52 164h36" />
      <Person
        x={66}
        y={172}
        pose="sitting"
        skin={4}
        top="clay"
        legs="deep"
        hair="bald"
        near={[22, -62]}
        far={[18, -50]}
      />
      <path fill={tint('paper')} d="M84 112h13l-2 12h-9Z" />
      <Sprout x={288} y={180} />
    </Scene>
  );
}
