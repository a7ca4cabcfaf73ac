/** What may be uploaded: the ending told by the content → its media type and what people call it. */
export const FILE_TYPES: Record<string, { type: string; label: string }> = {
  pdf: { type: "application/pdf", label: "PDF" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    label: "Word document",
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: "Excel workbook",
  },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    label: "PowerPoint",
  },
  odt: { type: "application/vnd.oasis.opendocument.text", label: "OpenDocument text" },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", label: "OpenDocument spreadsheet" },
  odp: { type: "application/vnd.oasis.opendocument.presentation", label: "OpenDocument slides" },
  doc: { type: "application/msword", label: "Word document" },
  xls: { type: "application/vnd.ms-excel", label: "Excel workbook" },
  ppt: { type: "application/vnd.ms-powerpoint", label: "PowerPoint" },
  rtf: { type: "application/rtf", label: "RTF document" },
  jpg: { type: "image/jpeg", label: "Picture" },
  png: { type: "image/png", label: "Picture" },
  webp: { type: "image/webp", label: "Picture" },
  gif: { type: "image/gif", label: "Picture" },
  txt: { type: "text/plain; charset=utf-8", label: "Text" },
  csv: { type: "text/csv; charset=utf-8", label: "CSV list" },
}

/** The most that one file may have, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024
/** So many files may be on one thing. */
export const MOST_ON_ONE = 200
/** So many files in one go. */
export const MOST_AT_ONCE = 10

/** Said of what can't be uploaded. */
export const WHAT_MAY_BE =
  "You can upload PDF, Word, Excel, PowerPoint, OpenDocument, text and picture files."
