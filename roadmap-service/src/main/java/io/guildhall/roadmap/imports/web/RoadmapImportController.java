package io.guildhall.roadmap.imports.web;

import io.guildhall.platform.imports.ApplyImport;
import io.guildhall.platform.imports.CheckImport;
import io.guildhall.platform.imports.ImportController;
import io.guildhall.platform.imports.ImportReport;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports of features. */
@RestController
@RequestMapping("/api/roadmap/imports")
class RoadmapImportController extends ImportController {

    RoadmapImportController(CheckImport check, ApplyImport apply, ImportReport report) {
        super(check, apply, report);
    }
}
