import { say } from "../../words"

/** What may be uploaded: the ending told by the content → its media type and what people call it. */
export const FILE_TYPES: Record<string, { type: string; label: string }> = {
  pdf: { type: "application/pdf", label: say("PDF") },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    label: say("Word document"),
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: say("Excel workbook"),
  },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    label: say("PowerPoint"),
  },
  odt: { type: "application/vnd.oasis.opendocument.text", label: say("OpenDocument text") },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", label: say("OpenDocument spreadsheet") },
  odp: { type: "application/vnd.oasis.opendocument.presentation", label: say("OpenDocument slides") },
  doc: { type: "application/msword", label: say("Word document") },
  xls: { type: "application/vnd.ms-excel", label: say("Excel workbook") },
  ppt: { type: "application/vnd.ms-powerpoint", label: say("PowerPoint") },
  rtf: { type: "application/rtf", label: say("RTF document") },
  jpg: { type: "image/jpeg", label: say("Picture") },
  png: { type: "image/png", label: say("Picture") },
  webp: { type: "image/webp", label: say("Picture") },
  gif: { type: "image/gif", label: say("Picture") },
  txt: { type: "text/plain; charset=utf-8", label: say("Text") },
  csv: { type: "text/csv; charset=utf-8", label: say("CSV list") },
}

/** The most that one file may have, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024
/** So many files may be on one thing. */
export const MOST_ON_ONE = 200
/** So many files in one go. */
export const MOST_AT_ONCE = 10

/** Said of what can't be uploaded. */
export const WHAT_MAY_BE = say(
  "You can upload PDF, Word, Excel, PowerPoint, OpenDocument, text and picture files.",
)
