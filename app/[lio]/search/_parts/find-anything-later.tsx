"use client"

import dynamic from "next/dynamic"

/** The same search, whose scripts only staff are sent: members’ pages have none of what it offers. */
export const FindAnythingLater = dynamic(() => import("./find-anything").then((file) => file.FindAnything))
