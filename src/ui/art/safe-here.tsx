/** No network, all safe: it rains, and the phone with its young plant stands dry under an umbrella. */
import { Person } from './person.tsx';
import { Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function SafeHereArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <path
        fill={tint('paper')}
        fill-opacity="0.9"
        d="M66 44a18 18 0 0 1 32-11 16 16 0 0 1 29 10 12 12 0 0 1-2 24H72a12 12 0 0 1-6-23Z"
      />
      <path
        fill={tint('paper')}
        fill-opacity="0.9"
        d="M222 34a14 14 0 0 1 26-7 12 12 0 0 1 21 9 9 9 0 0 1-2 17h-40a10 10 0 0 1-5-19Z"
      />
      <path
        stroke={tint('denim')}
        stroke-width="3"
        d="M40 84l-5 14M66 78l-5 14M52 112l-5 14M30 124l-4 12M284 66l-5 14M262 62l-4 12M294 100l-5 14M272 116l-5 14M302 130l-4 10"
      />
      <Person
        x={124}
        y={172}
        skin={2}
        top="sun"
        legs="denim"
        hair="long"
        hairTint="furrow"
        near={[22, -54]}
        far={[34, -76]}
      />
      <path stroke={tint('furrow')} stroke-width="4" d="M158 100V58" />
      <path
        fill={tint('clay')}
        d="M84 66c4-28 36-46 74-46s70 18 74 46c-8-7-18-7-25 0-8-8-18-8-25 0-8-8-40-8-48 0-7-8-17-8-25 0-8-7-17-7-25 0Z"
      />
      {/* The phone, as large as what it keeps. */}
      <path fill={tint('line')} d="M184 92h38a7 7 0 0 1 7 7v72h-52V99a7 7 0 0 1 7-7Z" />
      <path fill={tint('paper')} d="M184 100h38v68h-38Z" />
      <path fill={tint('soil')} d="M184 154c12-5 26-5 38 0v14h-38Z" />
      <Sprout x={203} y={154} size={1.35} />
    </Scene>
  );
}
