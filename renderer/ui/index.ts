export { Button, IconButton } from './Button.tsx';
export { stageClass, type Tone } from './classes.ts';
export { Checkbox, SearchField, Segmented, Select, Switch, TextArea, TextField } from './Form.tsx';
export { type Refused, RefusalWords } from './fieldChecks.ts';
export { Icon, type IconName, NodeIcon, SeverityMark, StageIcon } from './Icon.tsx';
export { Banner, EmptyState, Panel, Progress, Skeleton, SplitPane, Tabs } from './Layout.tsx';
export { type ListHandle, VirtualList } from './List.tsx';
export { LiveRegionProvider, useAnnounce } from './Live.tsx';
export { Dialog, Menu, type MenuItem } from './Overlay.tsx';
export { type Column, DataTable } from './Table.tsx';
export {
  DefinitionList,
  type DotTone,
  Kbd,
  keyName,
  StageTag,
  StatusDot,
  Tag,
  VisuallyHidden,
} from './Text.tsx';
export { type StripStage, StageStrip, Timeline, type TimelineGroup } from './Timeline.tsx';
export { ToastProvider, useToast } from './Toast.tsx';
