// Icons on a 16 x 16 grid, in the current text colour. They are hidden from screen readers: the control that
// contains an icon has an accessible name.

/** @param {{children: import('preact').ComponentChildren}} props */
function Icon({ children }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  );
}

export const PlayIcon = () => (
  <Icon>
    <path d="M4 2.5v11l9-5.5z" fill="currentColor" />
  </Icon>
);

export const PauseIcon = () => (
  <Icon>
    <path d="M4 3h3v10H4zM9 3h3v10H9z" fill="currentColor" />
  </Icon>
);

export const StepIcon = () => (
  <Icon>
    <path d="M3.5 3v10l6.5-5zM11 3h1.8v10H11z" fill="currentColor" />
  </Icon>
);

export const EpochIcon = () => (
  <Icon>
    <path d="M1.5 3v10L7 8zM7 3v10l5.5-5zM13 3h1.6v10H13z" fill="currentColor" />
  </Icon>
);

export const ResetIcon = () => (
  <Icon>
    <path
      d="M3.6 5.2A5.2 5.2 0 1 1 2.8 8M3.4 2v3.4h3.4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path
      d="M4 6.2 8 10l4-3.8"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="3" fill="none" stroke="currentColor" stroke-width="1.4" />
    <path
      d="M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
    />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path
      d="M13.2 9.8A5.8 5.8 0 0 1 6.2 2.8a5.6 5.6 0 1 0 7 7z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linejoin="round"
    />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path
      d="M8 2.2 14.4 13.4H1.6zM8 6.4v3.4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
    <circle cx="8" cy="11.6" r="0.8" fill="currentColor" />
  </Icon>
);

export const CrossIcon = () => (
  <Icon>
    <path
      d="M4.5 4.5l7 7M11.5 4.5l-7 7"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path
      d="M8 3.5v9M3.5 8h9"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const UpIcon = () => (
  <Icon>
    <path
      d="M8 12.5v-9M4.5 7 8 3.5 11.5 7"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path
      d="M8 3.5v9M4.5 9 8 12.5 11.5 9"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const UndoIcon = () => (
  <Icon>
    <path
      d="M5.5 3 2.5 6l3 3M2.5 6h7a3.8 3.8 0 0 1 0 7.5H6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path
      d="M10.5 3l3 3-3 3M13.5 6h-7a3.8 3.8 0 0 0 0 7.5H10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const PencilIcon = () => (
  <Icon>
    <path
      d="M3 13l.7-3L10.9 2.8l2.3 2.3L6 12.3zM9.5 4.2l2.3 2.3"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path
      d="M3.2 8h.01M8 8h.01M12.8 8h.01"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
    />
  </Icon>
);

export const PinIcon = () => (
  <Icon>
    <path
      d="M5.2 2.4h5.6M6.2 2.4v4.2L4.4 9.2h7.2L9.8 6.6V2.4M8 9.2v4.6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  </Icon>
);

/** The logo: a learning rate that decreases in steps. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path
      d="M2.5 5H9v6.5h6V18h6.5"
      fill="none"
      stroke="var(--rate)"
      stroke-width="2.5"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
  </svg>
);

export const HandleIcon = () => (
  <Icon>
    <path
      d="M5.5 3.5h.01M10.5 3.5h.01M5.5 8h.01M10.5 8h.01M5.5 12.5h.01M10.5 12.5h.01"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    />
  </Icon>
);

export const RemoveIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path
      d="M6 5.5h7.5v8H6zM3 10.5v-8h7.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.3"
      stroke-linejoin="round"
    />
  </Icon>
);

export const ShareIcon = () => (
  <Icon>
    <path
      d="M6.5 9.5l3-3M7.3 4.6l1.6-1.6a2.8 2.8 0 0 1 4 4l-1.6 1.6M8.7 11.4l-1.6 1.6a2.8 2.8 0 0 1-4-4l1.6-1.6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
    />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path
      d="M2 12.8V3.2h4l1.5 2H14v7.6z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
    />
  </Icon>
);
