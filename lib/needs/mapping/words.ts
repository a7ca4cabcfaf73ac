/** A line round an area, or round a hole in it: points as longitude and latitude in degrees. */
export type Ring = [lon: number, lat: number][]

const isPoint = (point: unknown): point is [number, number] =>
  Array.isArray(point) &&
  typeof point[0] === "number" &&
  typeof point[1] === "number" &&
  Math.abs(point[0]) <= 180 &&
  Math.abs(point[1]) <= 90

const isRing = (ring: unknown): ring is Ring => Array.isArray(ring) && ring.length > 2 && ring.every(isPoint)

/** The rings of an outline in GeoJSON. None when it is no polygon in degrees, such as one on the National Grid. */
export function ringsOf(outline: unknown): Ring[] {
  const { type, coordinates } = (outline ?? {}) as { type?: string; coordinates?: unknown }
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : []
  if (!Array.isArray(polygons)) return []
  const rings = polygons.flatMap((polygon) => (Array.isArray(polygon) ? polygon : []))
  return rings.every(isRing) ? rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])) : []
}
