/** First run: two people at the plot wave you in; there is a place for you. */
import { Person } from './person.tsx';
import { Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function WelcomeArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <circle fill={tint('sun')} cx="256" cy="48" r="22" />
      <path
        fill={tint('paper')}
        fill-opacity="0.8"
        d="M44 52a13 13 0 0 1 23-7 11 11 0 0 1 19 8 8 8 0 0 1-2 16H47a9 9 0 0 1-3-17Z"
      />
      {/* The gate stands open. */}
      <g stroke={tint('furrow')} stroke-width="6">
        <path d="M28 166v-46M52 164v-46M76 162v-46M20 132l62-3M20 148l62-3" />
      </g>
      <Person
        x={120}
        y={168}
        skin={3}
        top="clay"
        legs="denim"
        hair="scarf"
        hairTint="plum"
        near={[26, -98]}
        far={[20, -52]}
      />
      {/* A friend in a wheelchair, a tray of young plants on the knees. */}
      <g stroke={tint('line')} stroke-width="4">
        <path d="M238 120v34h-34M238 128h8" />
      </g>
      <Person
        x={226}
        y={168}
        facing="left"
        pose="sitting"
        skin={2}
        top="leaf"
        legs="deep"
        hair="curls"
        hairTint="furrow"
        near={[20, -42]}
        far={[24, -92]}
      />
      <circle stroke={tint('line')} stroke-width="4" cx="232" cy="152" r="17" />
      <circle stroke={tint('line')} stroke-width="3.5" cx="203" cy="164" r="6" />
      <path fill={tint('paper')} d="M188 134h30l-3 9h-24Z" />
      <Sprout x={196} y={134} size={0.6} />
      <Sprout x={210} y={134} size={0.6} />
      <Sprout x={156} y={178} size={1.1} />
      <Sprout x={282} y={178} />
      <Sprout x={64} y={184} size={0.9} />
    </Scene>
  );
}
