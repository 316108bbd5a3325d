/** Icons for what one can do. */
import { Glyph, type IconProps } from './glyph.tsx';

export const SpeakIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4ZM15.5 9c1.7 1.7 1.7 4.3 0 6M18 6.5c3.2 3.2 3.2 7.8 0 11"
    tint="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4Z"
  />
);
export const StopIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M8 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z"
    tint="M8 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z"
  />
);
export const MicrophoneIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21"
    tint="M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3Z"
  />
);
export const PlayIcon = (props: IconProps) => (
  <Glyph {...props} d="M8 5.5v13l10.5-6.5L8 5.5Z" tint="M8 5.5v13l10.5-6.5L8 5.5Z" />
);
export const PauseIcon = (props: IconProps) => <Glyph {...props} d="M8.5 5.5v13M15.5 5.5v13" />;
export const CameraIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4 9.5A1.5 1.5 0 0 1 5.5 8h2L9 5.5h6L16.5 8h2A1.5 1.5 0 0 1 20 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-8ZM12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
    tint="M12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z"
  />
);
export const PhotoIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M6 4.5h12A1.5 1.5 0 0 1 19.5 6v12a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V6A1.5 1.5 0 0 1 6 4.5ZM5 16.5l4.5-4.5 3.5 3.5 2-2 4 4M15 9h.01"
    tint="M5 16.5l4.5-4.5 7 7.5H5z"
  />
);
export const PenIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="m14.5 6 3.5 3.5M4.5 19.5l1-4.5L16 4.5a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L9 18.5l-4.5 1Z"
    tint="M4.5 19.5l1-4.5L14.5 6 18 9.5 9 18.5z"
  />
);
export const ShareIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 15V4M8 7.5 12 3.5l4 4M7 11H6a1.5 1.5 0 0 0-1.5 1.5V19A1.5 1.5 0 0 0 6 20.5h12a1.5 1.5 0 0 0 1.5-1.5v-6.5A1.5 1.5 0 0 0 18 11h-1"
  />
);
export const TakeAwayIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 4v10.5M7.5 10.5 12 15l4.5-4.5M4.5 16.5V18A2 2 0 0 0 6.5 20h11a2 2 0 0 0 2-2v-1.5"
  />
);
export const BringInIcon = (props: IconProps) => (
  <Glyph {...props} d="M12 15V4.5M7.5 9 12 4.5 16.5 9M4.5 16.5V18A2 2 0 0 0 6.5 20h11a2 2 0 0 0 2-2v-1.5" />
);
export const PrintIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M7 9V4h10v5M7 17H5.5A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9h13a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H17M7 14h10v6H7v-6Z"
    tint="M7 14h10v6H7v-6Z"
  />
);
export const EraseIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 11.6A1.5 1.5 0 0 0 8.8 20h6.4a1.5 1.5 0 0 0 1.5-1.4L17.5 7M10.2 11v5M13.8 11v5"
    tint="M6.5 7l.8 13h9.4l.8-13z"
  />
);
export const UndoIcon = (props: IconProps) => (
  <Glyph {...props} d="M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-4" />
);
export const HistoryIcon = (props: IconProps) => (
  <Glyph {...props} d="M4.5 12a7.5 7.5 0 1 0 2.2-5.3L4.5 9M4.5 4.5V9H9M12 8v4.5l3 1.5" />
);
export const CalendarIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M6 5.5h12A1.5 1.5 0 0 1 19.5 7v11a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V7A1.5 1.5 0 0 1 6 5.5ZM4.5 10h15M8.5 3.5v3.5M15.5 3.5v3.5"
    tint="M4.5 10V7L6 5.5h12L19.5 7v3z"
  />
);
export const LanguageIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM4.5 9.5h15M4.5 14.5h15M12 4c-4 4.5-4 11.5 0 16 4-4.5 4-11.5 0-16Z"
    tint="M12 4c-4 4.5-4 11.5 0 16 4-4.5 4-11.5 0-16Z"
  />
);
export const BrightIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"
    tint="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z"
  />
);
export const DuskIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z"
    tint="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z"
  />
);
