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
    d="M6 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 6 8ZM18 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 18 8ZM2.5 11.5h19M5 11.5v9M19 11.5v9M12 11.5v3M8.5 14.5h7l-.8 5h-5.4l-.8-5Z"
    tint="M8.5 14.5h7l-.8 5H9.3z"
  />
);

export const CelebratingIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M2.5 6c6 4 13 4 19 0M5 7.5 6.5 14l4-5.5M10.5 8.6 12 15l1.5-6.4M13.5 8.5l4 5.5L19 7.5M6.5 18.5v.01M12 19.5v.01M17.5 18.5v.01"
    tint="M5 7.5 6.5 14l4-5.5zM10.5 8.6 12 15l1.5-6.4zM13.5 8.5l4 5.5L19 7.5z"
  />
);

export const MutualSupportIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM5.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10.7 8l-3.9 7M13.3 8l3.9 7M8.5 17.5h7"
    tint="M12 5.5l6.5 12h-13z"
  />
);

export const BroaderBenefitsIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 20.5V10M12 14.5l3-2.5M7.5 14.5a4.5 4.5 0 0 1-.6-8.9 5.5 5.5 0 0 1 10.2 0 4.5 4.5 0 0 1-.6 8.9H15M3.5 20.5h17M7.5 14.5H9"
    tint="M7.5 14.5a4.5 4.5 0 0 1-.6-8.9 5.5 5.5 0 0 1 10.2 0 4.5 4.5 0 0 1-.6 8.9z"
  />
);
