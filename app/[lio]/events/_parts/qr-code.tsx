import encodeQR from "qr"
import { Static } from "@/app/_ui/static"

/** The dark cells of a row that stand together, as a path. */
function runsIn(cells: boolean[], y: number) {
  let path = ""
  for (let x = 0; x < cells.length; x++) {
    const from = x
    while (cells[x]) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
  }
  return path
}

/** An address as a code for the camera of a phone; `label` says what it is for. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const rows = encodeQR(address, "raw", { border: 2 })
  return (
    <Static>
      <svg
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        role="img"
        aria-label={label}
        className="size-48"
        shapeRendering="crispEdges"
      >
        <rect width={rows.length} height={rows.length} fill="white" />
        <path d={rows.map(runsIn).join("")} fill="black" />
      </svg>
    </Static>
  )
}
