package io.guildhall.cop.imports.web;

import io.guildhall.platform.imports.ApplyImport;
import io.guildhall.platform.imports.CheckImport;
import io.guildhall.platform.imports.ImportController;
import io.guildhall.platform.imports.ImportReport;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports of communities and of their meetings. */
@RestController
@RequestMapping("/api/cop/imports")
class CopImportController extends ImportController {

    CopImportController(CheckImport check, ApplyImport apply, ImportReport report) {
        super(check, apply, report);
    }
}
