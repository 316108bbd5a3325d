/** Icons for how things stand. */
import { Glyph, type IconProps } from './glyph.tsx';

export const OnPhoneIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3ZM10 12l1.5 1.5 2.5-3M11 18h2"
    tint="M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3Z"
  />
);
export const SendingIcon = (props: IconProps) => (
  <Glyph {...props} d="M12 19V6M6.5 11.5 12 6l5.5 5.5M5 19h.01M19 19h.01" />
);
export const ReceivedIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 12.5l2.7 2.7L16 9.5"
    tint="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z"
  />
);
export const NeedsYouIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5H12L7.5 20.5v-4h-2A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5ZM12 8v3M12 13.5h.01"
    tint="M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5H12L7.5 20.5v-4h-2A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5Z"
  />
);
export const OfflineIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M3.5 9.5a12.5 12.5 0 0 1 5-2.9M12.5 6a12.5 12.5 0 0 1 8 3.5M6.7 13a7.5 7.5 0 0 1 4-2M17.3 13a7.5 7.5 0 0 0-1.8-1.3M12 18h.01M5 4l14 16"
  />
);
export const SafeIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 3.5c2.5 1.5 4.8 2 7 2 .5 6.5-1.5 12-7 15-5.5-3-7.5-8.5-7-15 2.2 0 4.5-.5 7-2ZM12 16v-4M12 12c0-2 1.2-3.2 3.2-3.2 0 2-1.2 3.2-3.2 3.2Zm0 1.5c0-1.6-1-2.6-2.7-2.6 0 1.6 1 2.6 2.7 2.6Z"
    tint="M12 3.5c2.5 1.5 4.8 2 7 2 .5 6.5-1.5 12-7 15-5.5-3-7.5-8.5-7-15 2.2 0 4.5-.5 7-2Z"
  />
);
export const InfoIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11.5v4.5M12 8h.01"
    tint="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z"
  />
);
export const CheckIcon = (props: IconProps) => <Glyph {...props} d="m5 12.5 4.5 4.5L19 7.5" />;
export const GapIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M9.5 4a8.4 8.4 0 0 1 5 0M18.5 6.5a8.4 8.4 0 0 1 2 4M20.3 14.5a8.4 8.4 0 0 1-2.8 4M13.5 20.4a8.4 8.4 0 0 1-4.5-.4M5.5 17.5a8.4 8.4 0 0 1-1.8-4M3.9 9.5a8.4 8.4 0 0 1 2-3.5"
  />
);
export const PrivateIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M7 11h10a1.5 1.5 0 0 1 1.5 1.5V19a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19v-6.5A1.5 1.5 0 0 1 7 11ZM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v1.5"
    tint="M7 11h10a1.5 1.5 0 0 1 1.5 1.5V19a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19v-6.5A1.5 1.5 0 0 1 7 11Z"
  />
);
export const SharedIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M3 12c2.3-4 5.3-6 9-6s6.7 2 9 6c-2.3 4-5.3 6-9 6s-6.7-2-9-6ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
    tint="M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
  />
);
