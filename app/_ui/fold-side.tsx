"use client"

import { useState } from "react"
import { say } from "@/lib/words/say"
import { FOLDED_COOKIE } from "./folded-cookie"

const YEAR = 365 * 86_400

/** Folds the navigation away or brings it back, here and on the pages that follow. `frame`: the id of what is round the page. */
export function FoldSide({ frame, folded: before }: { frame: string; folded: boolean }) {
  const [folded, setFolded] = useState(before)
  const fold = () => {
    setFolded(!folded)
    document.getElementById(frame)?.toggleAttribute("data-folded", !folded)
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store
    document.cookie = `${FOLDED_COOKIE}=${folded ? "open" : "folded"}; path=/; max-age=${YEAR}; samesite=lax`
  }
  return (
    <button type="button" className="side-fold" aria-expanded={!folded} onClick={fold}>
      {folded ? say("Show the menu at the side") : say("Hide the menu")}
    </button>
  )
}
