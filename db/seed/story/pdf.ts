/** A page of A4 with a title and lines of plain text, as a PDF. */
export function pdfOf(title: string, lines: string[]): Buffer {
  const shown = (text: string) => text.replace(/[\\()]/g, "\\$&").replaceAll("’", "'")
  const text = [
    `BT /F1 20 Tf 60 770 Td (${shown(title)}) Tj ET`,
    ...lines.map((line, at) => `BT /F1 12 Tf 60 ${730 - at * 20} Td (${shown(line)}) Tj ET`),
  ].join("\n")
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]
  let pdf = "%PDF-1.4\n"
  const starts = objects.map((object, at) => {
    const start = pdf.length
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(start).padStart(10, "0")
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${starts.map((start) => `${start} 00000 n \n`).join("")}`
  return Buffer.from(
    `${pdf}${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`,
    "latin1",
  )
}
