package io.guildhall.team.imports.web;

import io.guildhall.platform.imports.ApplyImport;
import io.guildhall.platform.imports.CheckImport;
import io.guildhall.platform.imports.ImportController;
import io.guildhall.platform.imports.ImportReport;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports of the organization. */
@RestController
@RequestMapping("/api/team/imports")
class TeamImportController extends ImportController {

    TeamImportController(CheckImport check, ApplyImport apply, ImportReport report) {
        super(check, apply, report);
    }
}
