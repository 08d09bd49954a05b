/** Starts the CMS, which takes what it must know from config.yml. */
import "./language.js"; // before the CMS, which asks at once
import CMS from "./sveltia/npm/index.js";
import { fromFile, toFile } from "./format.js";

CMS.registerCustomFormat("laomo", "yml", { fromFile, toFile });
CMS.init();
