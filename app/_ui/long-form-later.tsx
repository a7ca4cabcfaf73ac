"use client"

import dynamic from "next/dynamic"

/** The same form, whose scripts only those are sent who see it: a page may show a plain form to others. */
export const LongFormLater = dynamic(() => import("./long-form-client").then((file) => file.LongFormClient))
