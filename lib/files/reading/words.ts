import { formatSize, say } from "../../words"
import { FILE_TYPES } from "./types"

/** What a file is and how big: "PDF, 120 KB". */
export function aboutFile({ name, size }: { name: string; size: number }): string {
  const type = FILE_TYPES[name.split(".").at(-1) ?? ""]?.label
  return type ? say("{type}, {size}", { type, size: formatSize(size) }) : formatSize(size)
}
