/** No strengths written down yet: three pots for head, hand and heart, and somebody who brings the first plant. */
import { Person } from './person.tsx';
import { Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function EmptyAssetsArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <circle fill={tint('sun')} cx="52" cy="50" r="20" />
      <Person
        x={82}
        y={172}
        skin={1}
        top="plum"
        legs="denim"
        hair="cap"
        hairTint="deep"
        near={[28, -50]}
        far={[32, -46]}
      />
      <path fill={tint('clay')} d="M104 120h22l-3 17h-16Z" />
      <Sprout x={115} y={120} size={1.2} />
      <path fill={tint('furrow')} d="M148 162h158v8H148Z" />
      {[
        { x: 176, fill: tint('denim') },
        { x: 226, fill: tint('deep') },
        { x: 276, fill: tint('plum') },
      ].map(({ x, fill }) => (
        <path key={x} fill={fill} d={`M${x - 20} 118h40l-5 44h-30Z`} />
      ))}
      <g stroke={tint('paper')} stroke-width="3">
        {/* Head, hand, heart. */}
        <path d="M173 151v-5c-3-2-4-5-4-8 0-5 4-8 8-8s7 3 7 7l2 3-2 1v4h-4v6" />
        <path d="M219 141v-8M223 139v-11M227 139v-11M231 140v-9M235 142v4c0 5-3 8-8 8s-7-3-9-8l-3-5" />
        <path d="M276 152c-8-5-11-9-11-14 0-6 8-8 11-2 3-6 11-4 11 2 0 5-3 9-11 14Z" />
      </g>
      <path fill={tint('furrow')} d="M154 112h44v8h-44ZM204 112h44v8h-44ZM254 112h44v8h-44Z" />
    </Scene>
  );
}
