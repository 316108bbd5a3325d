/** Icons for finding one's way. */
import { Glyph, type IconProps } from './glyph.tsx';

export const HomeIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4 11.5 12 4l8 7.5M6 10v9a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-9M12 20v-4M12 16c0-2 1.3-3.3 3.3-3.3 0 2-1.3 3.3-3.3 3.3Zm0 0c0-1.6-1-2.7-2.8-2.7 0 1.6 1 2.7 2.8 2.7Z"
    tint="M6 10l6-5.5 6 5.5v10H6z"
  />
);
export const StoryIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4 20.5c5.5 0 3-5 6.5-5.8S14 11.5 15 9c-1.2-3.5.8-6 5.5-6 .2 4.5-2 6.8-5.5 6ZM15 9l2.5-2.5"
    tint="M15 9c-1.2-3.5.8-6 5.5-6 .2 4.5-2 6.8-5.5 6Z"
  />
);

export const PeopleIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M9 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19.5c0-3.3 2.3-5.5 5.5-5.5s5.5 2.2 5.5 5.5M16 10.5a2.5 2.5 0 1 0-.6-4.9M17 14.2c2.2.5 3.5 2.3 3.5 4.8"
    tint="M3.5 19.5c0-3.3 2.3-5.5 5.5-5.5s5.5 2.2 5.5 5.5z"
  />
);
export const PlotIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M6.5 4h11A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5H5a1 1 0 0 1-1-1V6.5A2.5 2.5 0 0 1 6.5 4ZM8 16.5c3-5 5-5 8-9M12 17c1.5-2.5 2.5-3 4.5-5"
    tint="M6.5 4h11A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5H5a1 1 0 0 1-1-1V6.5A2.5 2.5 0 0 1 6.5 4Z"
  />
);
export const PlusIcon = (props: IconProps) => <Glyph {...props} d="M12 5v14M5 12h14" />;
export const MoreIcon = (props: IconProps) => <Glyph {...props} d="M4 7h16M4 12h16M4 17h9" />;
export const BackIcon = (props: IconProps) => <Glyph {...props} d="M20 12H4.5M11 5l-7 7 7 7" />;
export const NextIcon = (props: IconProps) => <Glyph {...props} d="m9 5 7 7-7 7" />;
export const DownIcon = (props: IconProps) => <Glyph {...props} d="m5 9 7 7 7-7" />;
export const CloseIcon = (props: IconProps) => <Glyph {...props} d="m6 6 12 12M18 6 6 18" />;
export const SearchIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4"
    tint="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z"
  />
);
export const FilterIcon = (props: IconProps) => <Glyph {...props} d="M4 6h16M7 12h10M10.5 18h3" />;
export const SettingsIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4 7h7M17 7h3M14 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM4 17h3M13 17h7M10 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
    tint="M14 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
  />
);
