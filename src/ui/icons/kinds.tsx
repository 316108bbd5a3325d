/** Icons for kinds of record, for head, hand and heart, and for where a cause lies. */
import { Glyph, type IconProps } from './glyph.tsx';

export const ReflectionIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M5.5 4.5H16A3.5 3.5 0 0 1 19.5 8v11.5h-12A3 3 0 0 1 4.5 16.5v-11a1 1 0 0 1 1-1ZM8.5 9H15M8.5 13H13"
    tint="M5.5 4.5H16A3.5 3.5 0 0 1 19.5 8v11.5h-12A3 3 0 0 1 4.5 16.5v-11a1 1 0 0 1 1-1Z"
  />
);
export const StarIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9"
    tint="M12 5l4.3 4.5L19 16l-7 1.5L6.5 15 7 9.2z"
  />
);
export const ActionIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M6 21V4M6 5c4-2 7 2 12 0v8.5c-5 2-8-2-12 0"
    tint="M6 5c4-2 7 2 12 0v8.5c-5 2-8-2-12 0z"
  />
);
export const TalkIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M5 4.5h9A1.5 1.5 0 0 1 15.5 6v5a1.5 1.5 0 0 1-1.5 1.5H8.5L5 15.5v-3A1.5 1.5 0 0 1 3.5 11V6A1.5 1.5 0 0 1 5 4.5ZM18.5 9A2 2 0 0 1 20.5 11v4.5a1.5 1.5 0 0 1-1.5 1.5v3L15.5 17h-4a1.5 1.5 0 0 1-1.5-1"
    tint="M5 4.5h9A1.5 1.5 0 0 1 15.5 6v5a1.5 1.5 0 0 1-1.5 1.5H8.5L5 15.5v-3A1.5 1.5 0 0 1 3.5 11V6A1.5 1.5 0 0 1 5 4.5Z"
  />
);
export const HeadIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M9 20.5v-3.2C6.5 16 5 13.5 5 10.7 5 6.5 8.2 3.5 12.2 3.5c4 0 6.7 2.6 6.9 6.2l1.4 3-1.7.9V16a1.5 1.5 0 0 1-1.5 1.5H15v3M12.5 7v1M12.5 13v1M9 10.5h1M15 10.5h1"
    tint="M5 10.7C5 6.5 8.2 3.5 12.2 3.5c4 0 6.7 2.6 6.9 6.2l1.4 3-1.7.9V16l-1.5 1.5H15v3H9v-3.2C6.5 16 5 13.5 5 10.7Z"
  />
);
export const HandIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M8 12.5V6.3a1.5 1.5 0 0 1 3 0V11V4.7a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v6V9.5a1.5 1.5 0 0 1 3 0V14.5c0 3.6-2.6 6-6.2 6-2.8 0-4.3-1-5.7-3.3l-3.4-5a1.5 1.5 0 0 1 2.5-1.7L8 12.5Z"
    tint="M8 12.5 11 11h6l3 1v2.5c0 3.6-2.6 6-6.2 6-2.8 0-4.3-1-5.7-3.3z"
  />
);
export const HeartIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 20c-5.5-3.7-8.5-7-8.5-10.7A4.7 4.7 0 0 1 8.2 4.5c1.6 0 2.9.8 3.8 2.2.9-1.4 2.2-2.2 3.8-2.2a4.7 4.7 0 0 1 4.7 4.8c0 3.7-3 7-8.5 10.7Z"
    tint="M12 20c-5.5-3.7-8.5-7-8.5-10.7A4.7 4.7 0 0 1 8.2 4.5c1.6 0 2.9.8 3.8 2.2.9-1.4 2.2-2.2 3.8-2.2a4.7 4.7 0 0 1 4.7 4.8c0 3.7-3 7-8.5 10.7Z"
  />
);
export const MeIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 11a3.8 3.8 0 1 0 0-7.5 3.8 3.8 0 0 0 0 7.5ZM4.5 20.5c.3-4 3.2-6.5 7.5-6.5s7.2 2.5 7.5 6.5"
    tint="M4.5 20.5c.3-4 3.2-6.5 7.5-6.5s7.2 2.5 7.5 6.5z"
  />
);
export const ProjectIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M3.5 20.5h17M5.5 20.5V11L12 6l6.5 5v9.5M9 20.5c0-5 6-5 6 0M12 6V3M12 3c1.5-.6 2.7-.3 3.5.8"
    tint="M5.5 20.5V11L12 6l6.5 5v9.5z"
  />
);
export const ChancesIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M6 20.5V4.5A1 1 0 0 1 7 3.5h10a1 1 0 0 1 1 1v16M3.5 20.5h17M6 4.5l7.5 2.5v13.5M10.5 13h.01"
    tint="M6 4.5l7.5 2.5v13.5H6z"
  />
);
