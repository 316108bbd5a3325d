/** One icon for each of the six engagement indicators. */
import { Glyph, type IconProps } from './glyph.tsx';

export const AssetsIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4.5 12.5h15l-1.5 6.7a1.5 1.5 0 0 1-1.5 1.3H7.5A1.5 1.5 0 0 1 6 19.2l-1.5-6.7ZM12 12.5V8M12 8c0-2.8 1.8-4.6 4.8-4.6C16.8 6.2 15 8 12 8Zm0 2c0-2.3-1.5-3.8-4-3.8C8 8.5 9.5 10 12 10ZM9.5 16v1.5M14.5 16v1.5"
    tint="M4.5 12.5h15L17.7 20.5H6.3z"
  />
);
export const EqualVoiceIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5h-4L12 20l-2.5-3.5h-4A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5ZM8.5 9h7M8.5 12.5h7"
    tint="M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5h-4L12 20l-2.5-3.5h-4A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5Z"
  />
);
export const SharedResponsibilityIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM19 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5 11v9.5M19 11v9.5M5 12.5h14M8 12.5h8v5H8v-5Z"
    tint="M8 12.5h8v5H8v-5Z"
  />
);
export const CelebratingIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M3 5c6 4 12 4 18 0M5.5 6.5 7 12l3.2-4.2M10.3 8 12 13.5 13.7 8M14 7.8 17 12l1.5-5.5M6 20.5c1-2 2.5-3 4-3M18 20.5c-1-2-2.5-3-4-3M12 17h.01"
    tint="M5.5 6.5 7 12l3.2-4.2zM10.3 8 12 13.5 13.7 8zM14 7.8 17 12l1.5-5.5z"
  />
);
export const MutualSupportIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M9.3 16.5a5 5 0 1 1 4.2-7.7M14.7 7.5a5 5 0 1 1-4.2 7.7"
    tint="M9.3 16.5a5 5 0 1 1 0-9 5 5 0 0 1 0 9zM14.7 16.5a5 5 0 1 1 0-9 5 5 0 0 1 0 9z"
  />
);
export const BroaderBenefitsIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 21v-7M12 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6.5 15.5a7 7 0 1 1 11 0M3.5 17.5a10.5 10.5 0 1 1 17 0"
    tint="M6.5 15.5a7 7 0 1 1 11 0z"
  />
);
