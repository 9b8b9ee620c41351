# Generated from openapi/ by `make generate`; do not edit.
"""The records and bodies of the Daftra API, one class per module, loaded when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from daftra_async.models.advance_payment import AdvancePayment as AdvancePayment
    from daftra_async.models.advance_payment_input import AdvancePaymentInput as AdvancePaymentInput
    from daftra_async.models.advance_payment_item import AdvancePaymentItem as AdvancePaymentItem
    from daftra_async.models.advance_payment_item_input import AdvancePaymentItemInput as AdvancePaymentItemInput
    from daftra_async.models.advance_payment_payment import AdvancePaymentPayment as AdvancePaymentPayment
    from daftra_async.models.advance_payment_payment_input import AdvancePaymentPaymentInput as AdvancePaymentPaymentInput
    from daftra_async.models.app_related_data import AppRelatedData as AppRelatedData
    from daftra_async.models.appointment import Appointment as Appointment
    from daftra_async.models.appointment_input import AppointmentInput as AppointmentInput
    from daftra_async.models.appointment_partner_type import AppointmentPartnerType as AppointmentPartnerType
    from daftra_async.models.appointment_status import AppointmentStatus as AppointmentStatus
    from daftra_async.models.asset_location import AssetLocation as AssetLocation
    from daftra_async.models.asset_location_input import AssetLocationInput as AssetLocationInput
    from daftra_async.models.asset_photo import AssetPhoto as AssetPhoto
    from daftra_async.models.asset_photo_input import AssetPhotoInput as AssetPhotoInput
    from daftra_async.models.asset_type import AssetType as AssetType
    from daftra_async.models.asset_type_input import AssetTypeInput as AssetTypeInput
    from daftra_async.models.asset_type_ref import AssetTypeRef as AssetTypeRef
    from daftra_async.models.assigned_user import AssignedUser as AssignedUser
    from daftra_async.models.attendance_log import AttendanceLog as AttendanceLog
    from daftra_async.models.attendance_log_input import AttendanceLogInput as AttendanceLogInput
    from daftra_async.models.booking import Booking as Booking
    from daftra_async.models.booking_input import BookingInput as BookingInput
    from daftra_async.models.booking_item_input import BookingItemInput as BookingItemInput
    from daftra_async.models.booking_status import BookingStatus as BookingStatus
    from daftra_async.models.booking_status import BookingStatusValue as BookingStatusValue
    from daftra_async.models.branch import Branch as Branch
    from daftra_async.models.branch_ref import BranchRef as BranchRef
    from daftra_async.models.brand import Brand as Brand
    from daftra_async.models.brand_input import BrandInput as BrandInput
    from daftra_async.models.bulk_invoice_result import BulkInvoiceResult as BulkInvoiceResult
    from daftra_async.models.cash_entry import CashEntry as CashEntry
    from daftra_async.models.cash_entry_input import CashEntryInput as CashEntryInput
    from daftra_async.models.category_type import CategoryType as CategoryType
    from daftra_async.models.charge_usage import ChargeUsage as ChargeUsage
    from daftra_async.models.charge_usage_input import ChargeUsageInput as ChargeUsageInput
    from daftra_async.models.client import Client as Client
    from daftra_async.models.client_appointment import ClientAppointment as ClientAppointment
    from daftra_async.models.client_appointment_input import ClientAppointmentInput as ClientAppointmentInput
    from daftra_async.models.client_attendance_log_input import ClientAttendanceLogInput as ClientAttendanceLogInput
    from daftra_async.models.client_custom_data import ClientCustomData as ClientCustomData
    from daftra_async.models.client_entity import ClientEntity as ClientEntity
    from daftra_async.models.client_gender import ClientGender as ClientGender
    from daftra_async.models.client_input import ClientInput as ClientInput
    from daftra_async.models.client_payment import ClientPayment as ClientPayment
    from daftra_async.models.client_payment_input import ClientPaymentInput as ClientPaymentInput
    from daftra_async.models.client_photo import ClientPhoto as ClientPhoto
    from daftra_async.models.client_type import ClientType as ClientType
    from daftra_async.models.cost_center import CostCenter as CostCenter
    from daftra_async.models.cost_center_input import CostCenterInput as CostCenterInput
    from daftra_async.models.credit_charge import CreditCharge as CreditCharge
    from daftra_async.models.credit_charge_input import CreditChargeInput as CreditChargeInput
    from daftra_async.models.credit_note import CreditNote as CreditNote
    from daftra_async.models.credit_note_input import CreditNoteInput as CreditNoteInput
    from daftra_async.models.credit_type import CreditType as CreditType
    from daftra_async.models.credit_type_input import CreditTypeInput as CreditTypeInput
    from daftra_async.models.credit_type_package import CreditTypePackage as CreditTypePackage
    from daftra_async.models.credit_type_package_input import CreditTypePackageInput as CreditTypePackageInput
    from daftra_async.models.credit_usage import CreditUsage as CreditUsage
    from daftra_async.models.credit_usage_input import CreditUsageInput as CreditUsageInput
    from daftra_async.models.custom_field_entry import CustomFieldEntry as CustomFieldEntry
    from daftra_async.models.custom_field_entry_input import CustomFieldEntryInput as CustomFieldEntryInput
    from daftra_async.models.data_level import DataLevel as DataLevel
    from daftra_async.models.data_level import DataLevelValue as DataLevelValue
    from daftra_async.models.department import Department as Department
    from daftra_async.models.department_input import DepartmentInput as DepartmentInput
    from daftra_async.models.department_manager import DepartmentManager as DepartmentManager
    from daftra_async.models.designation import Designation as Designation
    from daftra_async.models.designation_input import DesignationInput as DesignationInput
    from daftra_async.models.discount_type import DiscountType as DiscountType
    from daftra_async.models.employee_asset import EmployeeAsset as EmployeeAsset
    from daftra_async.models.employee_asset_holder import EmployeeAssetHolder as EmployeeAssetHolder
    from daftra_async.models.employee_asset_input import EmployeeAssetInput as EmployeeAssetInput
    from daftra_async.models.employment_type import EmploymentType as EmploymentType
    from daftra_async.models.employment_type_input import EmploymentTypeInput as EmploymentTypeInput
    from daftra_async.models.entity import Entity as Entity
    from daftra_async.models.entity_key import EntityKey as EntityKey
    from daftra_async.models.estimate import Estimate as Estimate
    from daftra_async.models.estimate_appointment import EstimateAppointment as EstimateAppointment
    from daftra_async.models.estimate_appointment_input import EstimateAppointmentInput as EstimateAppointmentInput
    from daftra_async.models.estimate_input import EstimateInput as EstimateInput
    from daftra_async.models.expense import Expense as Expense
    from daftra_async.models.expense_input import ExpenseInput as ExpenseInput
    from daftra_async.models.follow_up_action import FollowUpAction as FollowUpAction
    from daftra_async.models.follow_up_item_type import FollowUpItemType as FollowUpItemType
    from daftra_async.models.follow_up_status import FollowUpStatus as FollowUpStatus
    from daftra_async.models.follow_up_status_input import FollowUpStatusInput as FollowUpStatusInput
    from daftra_async.models.follow_up_status_ref import FollowUpStatusRef as FollowUpStatusRef
    from daftra_async.models.follow_up_status_state import FollowUpStatusState as FollowUpStatusState
    from daftra_async.models.income import Income as Income
    from daftra_async.models.income_input import IncomeInput as IncomeInput
    from daftra_async.models.invoice import Invoice as Invoice
    from daftra_async.models.invoice_appointment import InvoiceAppointment as InvoiceAppointment
    from daftra_async.models.invoice_appointment_input import InvoiceAppointmentInput as InvoiceAppointmentInput
    from daftra_async.models.invoice_deposit_type import InvoiceDepositType as InvoiceDepositType
    from daftra_async.models.invoice_document import InvoiceDocument as InvoiceDocument
    from daftra_async.models.invoice_document_input import InvoiceDocumentInput as InvoiceDocumentInput
    from daftra_async.models.invoice_input import InvoiceInput as InvoiceInput
    from daftra_async.models.invoice_item import InvoiceItem as InvoiceItem
    from daftra_async.models.invoice_item_input import InvoiceItemInput as InvoiceItemInput
    from daftra_async.models.invoice_layout import InvoiceLayout as InvoiceLayout
    from daftra_async.models.invoice_payment import InvoicePayment as InvoicePayment
    from daftra_async.models.invoice_payment_input import InvoicePaymentInput as InvoicePaymentInput
    from daftra_async.models.invoice_payment_status import InvoicePaymentStatus as InvoicePaymentStatus
    from daftra_async.models.invoice_payment_status_filter import InvoicePaymentStatusFilter as InvoicePaymentStatusFilter
    from daftra_async.models.invoice_payment_status_filter import (
        InvoicePaymentStatusFilterValue as InvoicePaymentStatusFilterValue,
    )
    from daftra_async.models.invoice_recursion import InvoiceRecursion as InvoiceRecursion
    from daftra_async.models.invoice_recursion import InvoiceRecursionValue as InvoiceRecursionValue
    from daftra_async.models.invoice_shipping_option import InvoiceShippingOption as InvoiceShippingOption
    from daftra_async.models.invoice_source_order import InvoiceSourceOrder as InvoiceSourceOrder
    from daftra_async.models.invoice_type import InvoiceType as InvoiceType
    from daftra_async.models.invoice_type import InvoiceTypeValue as InvoiceTypeValue
    from daftra_async.models.journal import Journal as Journal
    from daftra_async.models.journal_account import JournalAccount as JournalAccount
    from daftra_async.models.journal_account_entity_type import JournalAccountEntityType as JournalAccountEntityType
    from daftra_async.models.journal_account_input import JournalAccountInput as JournalAccountInput
    from daftra_async.models.journal_account_type import JournalAccountType as JournalAccountType
    from daftra_async.models.journal_cat import JournalCat as JournalCat
    from daftra_async.models.journal_cat_input import JournalCatInput as JournalCatInput
    from daftra_async.models.journal_entity_type import JournalEntityType as JournalEntityType
    from daftra_async.models.journal_input import JournalInput as JournalInput
    from daftra_async.models.journal_transaction import JournalTransaction as JournalTransaction
    from daftra_async.models.journal_transaction_input import JournalTransactionInput as JournalTransactionInput
    from daftra_async.models.leave_application import LeaveApplication as LeaveApplication
    from daftra_async.models.leave_application_input import LeaveApplicationInput as LeaveApplicationInput
    from daftra_async.models.listing_model import ListingModel as ListingModel
    from daftra_async.models.location_ref import LocationRef as LocationRef
    from daftra_async.models.multi_entity_filter_input import MultiEntityFilterInput as MultiEntityFilterInput
    from daftra_async.models.multi_entity_query import MultiEntityQuery as MultiEntityQuery
    from daftra_async.models.note import Note as Note
    from daftra_async.models.note_input import NoteInput as NoteInput
    from daftra_async.models.o_auth_token import OAuthToken as OAuthToken
    from daftra_async.models.package import Package as Package
    from daftra_async.models.package_input import PackageInput as PackageInput
    from daftra_async.models.package_period_unit import PackagePeriodUnit as PackagePeriodUnit
    from daftra_async.models.package_type import PackageType as PackageType
    from daftra_async.models.payment_gateway import PaymentGateway as PaymentGateway
    from daftra_async.models.payment_gateway_input import PaymentGatewayInput as PaymentGatewayInput
    from daftra_async.models.payment_input import PaymentInput as PaymentInput
    from daftra_async.models.payment_status import PaymentStatus as PaymentStatus
    from daftra_async.models.pos_shift import PosShift as PosShift
    from daftra_async.models.product import Product as Product
    from daftra_async.models.product_bundle_input import ProductBundleInput as ProductBundleInput
    from daftra_async.models.product_category import ProductCategory as ProductCategory
    from daftra_async.models.product_image import ProductImage as ProductImage
    from daftra_async.models.product_input import ProductInput as ProductInput
    from daftra_async.models.product_status import ProductStatus as ProductStatus
    from daftra_async.models.product_type import ProductType as ProductType
    from daftra_async.models.purchase_debit_note import PurchaseDebitNote as PurchaseDebitNote
    from daftra_async.models.purchase_debit_note_input import PurchaseDebitNoteInput as PurchaseDebitNoteInput
    from daftra_async.models.purchase_debit_note_item import PurchaseDebitNoteItem as PurchaseDebitNoteItem
    from daftra_async.models.purchase_debit_note_item_input import PurchaseDebitNoteItemInput as PurchaseDebitNoteItemInput
    from daftra_async.models.purchase_debit_note_summary import PurchaseDebitNoteSummary as PurchaseDebitNoteSummary
    from daftra_async.models.purchase_debit_note_summary_input import (
        PurchaseDebitNoteSummaryInput as PurchaseDebitNoteSummaryInput,
    )
    from daftra_async.models.purchase_document import PurchaseDocument as PurchaseDocument
    from daftra_async.models.purchase_document_input import PurchaseDocumentInput as PurchaseDocumentInput
    from daftra_async.models.purchase_invoice import PurchaseInvoice as PurchaseInvoice
    from daftra_async.models.purchase_invoice_input import PurchaseInvoiceInput as PurchaseInvoiceInput
    from daftra_async.models.purchase_order_item import PurchaseOrderItem as PurchaseOrderItem
    from daftra_async.models.purchase_order_item_input import PurchaseOrderItemInput as PurchaseOrderItemInput
    from daftra_async.models.purchase_payment import PurchasePayment as PurchasePayment
    from daftra_async.models.purchase_refund import PurchaseRefund as PurchaseRefund
    from daftra_async.models.purchase_refund_input import PurchaseRefundInput as PurchaseRefundInput
    from daftra_async.models.refund_receipt import RefundReceipt as RefundReceipt
    from daftra_async.models.refund_receipt_input import RefundReceiptInput as RefundReceiptInput
    from daftra_async.models.requisition import Requisition as Requisition
    from daftra_async.models.requisition_delivery_status import RequisitionDeliveryStatus as RequisitionDeliveryStatus
    from daftra_async.models.requisition_input import RequisitionInput as RequisitionInput
    from daftra_async.models.requisition_item_input import RequisitionItemInput as RequisitionItemInput
    from daftra_async.models.requisition_order_type import RequisitionOrderType as RequisitionOrderType
    from daftra_async.models.requisition_status import RequisitionStatus as RequisitionStatus
    from daftra_async.models.requisition_type import RequisitionType as RequisitionType
    from daftra_async.models.site import Site as Site
    from daftra_async.models.sort_direction import SortDirection as SortDirection
    from daftra_async.models.sort_direction import SortDirectionValue as SortDirectionValue
    from daftra_async.models.staff import Staff as Staff
    from daftra_async.models.staff_custom_data import StaffCustomData as StaffCustomData
    from daftra_async.models.staff_entity import StaffEntity as StaffEntity
    from daftra_async.models.staff_info import StaffInfo as StaffInfo
    from daftra_async.models.staff_job import StaffJob as StaffJob
    from daftra_async.models.stock_transaction import StockTransaction as StockTransaction
    from daftra_async.models.stock_transaction_input import StockTransactionInput as StockTransactionInput
    from daftra_async.models.stock_transaction_source_type import StockTransactionSourceType as StockTransactionSourceType
    from daftra_async.models.stock_transaction_status import StockTransactionStatus as StockTransactionStatus
    from daftra_async.models.stock_transaction_type import StockTransactionType as StockTransactionType
    from daftra_async.models.storage import Storage as Storage
    from daftra_async.models.storage_input import StorageInput as StorageInput
    from daftra_async.models.store import Store as Store
    from daftra_async.models.store_input import StoreInput as StoreInput
    from daftra_async.models.store_ref import StoreRef as StoreRef
    from daftra_async.models.supplier import Supplier as Supplier
    from daftra_async.models.supplier_input import SupplierInput as SupplierInput
    from daftra_async.models.tag import Tag as Tag
    from daftra_async.models.tax import Tax as Tax
    from daftra_async.models.tax_input import TaxInput as TaxInput
    from daftra_async.models.time_formatted import TimeFormatted as TimeFormatted
    from daftra_async.models.time_tracking import TimeTracking as TimeTracking
    from daftra_async.models.time_tracking_input import TimeTrackingInput as TimeTrackingInput
    from daftra_async.models.token_request import TokenRequest as TokenRequest
    from daftra_async.models.treasury import Treasury as Treasury
    from daftra_async.models.treasury_input import TreasuryInput as TreasuryInput
    from daftra_async.models.treasury_type import TreasuryType as TreasuryType
    from daftra_async.models.unit_factor import UnitFactor as UnitFactor
    from daftra_async.models.unit_factor_input import UnitFactorInput as UnitFactorInput
    from daftra_async.models.unit_template import UnitTemplate as UnitTemplate
    from daftra_async.models.unit_template_input import UnitTemplateInput as UnitTemplateInput
    from daftra_async.models.work_order import WorkOrder as WorkOrder
    from daftra_async.models.work_order_appointment import WorkOrderAppointment as WorkOrderAppointment
    from daftra_async.models.work_order_appointment_input import WorkOrderAppointmentInput as WorkOrderAppointmentInput
    from daftra_async.models.work_order_entity import WorkOrderEntity as WorkOrderEntity
    from daftra_async.models.work_order_input import WorkOrderInput as WorkOrderInput
    from daftra_async.models.work_order_status import WorkOrderStatus as WorkOrderStatus
    from daftra_async.models.workflow_budget_input import WorkflowBudgetInput as WorkflowBudgetInput
    from daftra_async.models.workflow_number_input import WorkflowNumberInput as WorkflowNumberInput
    from daftra_async.models.workflow_record import WorkflowRecord as WorkflowRecord
    from daftra_async.models.workflow_record_input import WorkflowRecordInput as WorkflowRecordInput
    from daftra_async.models.workflow_type import WorkflowType as WorkflowType

MODULES = {
    "AdvancePayment": "advance_payment",
    "AdvancePaymentInput": "advance_payment_input",
    "AdvancePaymentItem": "advance_payment_item",
    "AdvancePaymentItemInput": "advance_payment_item_input",
    "AdvancePaymentPayment": "advance_payment_payment",
    "AdvancePaymentPaymentInput": "advance_payment_payment_input",
    "AppRelatedData": "app_related_data",
    "Appointment": "appointment",
    "AppointmentInput": "appointment_input",
    "AppointmentPartnerType": "appointment_partner_type",
    "AppointmentStatus": "appointment_status",
    "AssetLocation": "asset_location",
    "AssetLocationInput": "asset_location_input",
    "AssetPhoto": "asset_photo",
    "AssetPhotoInput": "asset_photo_input",
    "AssetType": "asset_type",
    "AssetTypeInput": "asset_type_input",
    "AssetTypeRef": "asset_type_ref",
    "AssignedUser": "assigned_user",
    "AttendanceLog": "attendance_log",
    "AttendanceLogInput": "attendance_log_input",
    "Booking": "booking",
    "BookingInput": "booking_input",
    "BookingItemInput": "booking_item_input",
    "BookingStatus": "booking_status",
    "BookingStatusValue": "booking_status",
    "Branch": "branch",
    "BranchRef": "branch_ref",
    "Brand": "brand",
    "BrandInput": "brand_input",
    "BulkInvoiceResult": "bulk_invoice_result",
    "CashEntry": "cash_entry",
    "CashEntryInput": "cash_entry_input",
    "CategoryType": "category_type",
    "ChargeUsage": "charge_usage",
    "ChargeUsageInput": "charge_usage_input",
    "Client": "client",
    "ClientAppointment": "client_appointment",
    "ClientAppointmentInput": "client_appointment_input",
    "ClientAttendanceLogInput": "client_attendance_log_input",
    "ClientCustomData": "client_custom_data",
    "ClientEntity": "client_entity",
    "ClientGender": "client_gender",
    "ClientInput": "client_input",
    "ClientPayment": "client_payment",
    "ClientPaymentInput": "client_payment_input",
    "ClientPhoto": "client_photo",
    "ClientType": "client_type",
    "CostCenter": "cost_center",
    "CostCenterInput": "cost_center_input",
    "CreditCharge": "credit_charge",
    "CreditChargeInput": "credit_charge_input",
    "CreditNote": "credit_note",
    "CreditNoteInput": "credit_note_input",
    "CreditType": "credit_type",
    "CreditTypeInput": "credit_type_input",
    "CreditTypePackage": "credit_type_package",
    "CreditTypePackageInput": "credit_type_package_input",
    "CreditUsage": "credit_usage",
    "CreditUsageInput": "credit_usage_input",
    "CustomFieldEntry": "custom_field_entry",
    "CustomFieldEntryInput": "custom_field_entry_input",
    "DataLevel": "data_level",
    "DataLevelValue": "data_level",
    "Department": "department",
    "DepartmentInput": "department_input",
    "DepartmentManager": "department_manager",
    "Designation": "designation",
    "DesignationInput": "designation_input",
    "DiscountType": "discount_type",
    "EmployeeAsset": "employee_asset",
    "EmployeeAssetHolder": "employee_asset_holder",
    "EmployeeAssetInput": "employee_asset_input",
    "EmploymentType": "employment_type",
    "EmploymentTypeInput": "employment_type_input",
    "Entity": "entity",
    "EntityKey": "entity_key",
    "Estimate": "estimate",
    "EstimateAppointment": "estimate_appointment",
    "EstimateAppointmentInput": "estimate_appointment_input",
    "EstimateInput": "estimate_input",
    "Expense": "expense",
    "ExpenseInput": "expense_input",
    "FollowUpAction": "follow_up_action",
    "FollowUpItemType": "follow_up_item_type",
    "FollowUpStatus": "follow_up_status",
    "FollowUpStatusInput": "follow_up_status_input",
    "FollowUpStatusRef": "follow_up_status_ref",
    "FollowUpStatusState": "follow_up_status_state",
    "Income": "income",
    "IncomeInput": "income_input",
    "Invoice": "invoice",
    "InvoiceAppointment": "invoice_appointment",
    "InvoiceAppointmentInput": "invoice_appointment_input",
    "InvoiceDepositType": "invoice_deposit_type",
    "InvoiceDocument": "invoice_document",
    "InvoiceDocumentInput": "invoice_document_input",
    "InvoiceInput": "invoice_input",
    "InvoiceItem": "invoice_item",
    "InvoiceItemInput": "invoice_item_input",
    "InvoiceLayout": "invoice_layout",
    "InvoicePayment": "invoice_payment",
    "InvoicePaymentInput": "invoice_payment_input",
    "InvoicePaymentStatus": "invoice_payment_status",
    "InvoicePaymentStatusFilter": "invoice_payment_status_filter",
    "InvoicePaymentStatusFilterValue": "invoice_payment_status_filter",
    "InvoiceRecursion": "invoice_recursion",
    "InvoiceRecursionValue": "invoice_recursion",
    "InvoiceShippingOption": "invoice_shipping_option",
    "InvoiceSourceOrder": "invoice_source_order",
    "InvoiceType": "invoice_type",
    "InvoiceTypeValue": "invoice_type",
    "Journal": "journal",
    "JournalAccount": "journal_account",
    "JournalAccountEntityType": "journal_account_entity_type",
    "JournalAccountInput": "journal_account_input",
    "JournalAccountType": "journal_account_type",
    "JournalCat": "journal_cat",
    "JournalCatInput": "journal_cat_input",
    "JournalEntityType": "journal_entity_type",
    "JournalInput": "journal_input",
    "JournalTransaction": "journal_transaction",
    "JournalTransactionInput": "journal_transaction_input",
    "LeaveApplication": "leave_application",
    "LeaveApplicationInput": "leave_application_input",
    "ListingModel": "listing_model",
    "LocationRef": "location_ref",
    "MultiEntityFilterInput": "multi_entity_filter_input",
    "MultiEntityQuery": "multi_entity_query",
    "Note": "note",
    "NoteInput": "note_input",
    "OAuthToken": "o_auth_token",
    "Package": "package",
    "PackageInput": "package_input",
    "PackagePeriodUnit": "package_period_unit",
    "PackageType": "package_type",
    "PaymentGateway": "payment_gateway",
    "PaymentGatewayInput": "payment_gateway_input",
    "PaymentInput": "payment_input",
    "PaymentStatus": "payment_status",
    "PosShift": "pos_shift",
    "Product": "product",
    "ProductBundleInput": "product_bundle_input",
    "ProductCategory": "product_category",
    "ProductImage": "product_image",
    "ProductInput": "product_input",
    "ProductStatus": "product_status",
    "ProductType": "product_type",
    "PurchaseDebitNote": "purchase_debit_note",
    "PurchaseDebitNoteInput": "purchase_debit_note_input",
    "PurchaseDebitNoteItem": "purchase_debit_note_item",
    "PurchaseDebitNoteItemInput": "purchase_debit_note_item_input",
    "PurchaseDebitNoteSummary": "purchase_debit_note_summary",
    "PurchaseDebitNoteSummaryInput": "purchase_debit_note_summary_input",
    "PurchaseDocument": "purchase_document",
    "PurchaseDocumentInput": "purchase_document_input",
    "PurchaseInvoice": "purchase_invoice",
    "PurchaseInvoiceInput": "purchase_invoice_input",
    "PurchaseOrderItem": "purchase_order_item",
    "PurchaseOrderItemInput": "purchase_order_item_input",
    "PurchasePayment": "purchase_payment",
    "PurchaseRefund": "purchase_refund",
    "PurchaseRefundInput": "purchase_refund_input",
    "RefundReceipt": "refund_receipt",
    "RefundReceiptInput": "refund_receipt_input",
    "Requisition": "requisition",
    "RequisitionDeliveryStatus": "requisition_delivery_status",
    "RequisitionInput": "requisition_input",
    "RequisitionItemInput": "requisition_item_input",
    "RequisitionOrderType": "requisition_order_type",
    "RequisitionStatus": "requisition_status",
    "RequisitionType": "requisition_type",
    "Site": "site",
    "SortDirection": "sort_direction",
    "SortDirectionValue": "sort_direction",
    "Staff": "staff",
    "StaffCustomData": "staff_custom_data",
    "StaffEntity": "staff_entity",
    "StaffInfo": "staff_info",
    "StaffJob": "staff_job",
    "StockTransaction": "stock_transaction",
    "StockTransactionInput": "stock_transaction_input",
    "StockTransactionSourceType": "stock_transaction_source_type",
    "StockTransactionStatus": "stock_transaction_status",
    "StockTransactionType": "stock_transaction_type",
    "Storage": "storage",
    "StorageInput": "storage_input",
    "Store": "store",
    "StoreInput": "store_input",
    "StoreRef": "store_ref",
    "Supplier": "supplier",
    "SupplierInput": "supplier_input",
    "Tag": "tag",
    "Tax": "tax",
    "TaxInput": "tax_input",
    "TimeFormatted": "time_formatted",
    "TimeTracking": "time_tracking",
    "TimeTrackingInput": "time_tracking_input",
    "TokenRequest": "token_request",
    "Treasury": "treasury",
    "TreasuryInput": "treasury_input",
    "TreasuryType": "treasury_type",
    "UnitFactor": "unit_factor",
    "UnitFactorInput": "unit_factor_input",
    "UnitTemplate": "unit_template",
    "UnitTemplateInput": "unit_template_input",
    "WorkOrder": "work_order",
    "WorkOrderAppointment": "work_order_appointment",
    "WorkOrderAppointmentInput": "work_order_appointment_input",
    "WorkOrderEntity": "work_order_entity",
    "WorkOrderInput": "work_order_input",
    "WorkOrderStatus": "work_order_status",
    "WorkflowBudgetInput": "workflow_budget_input",
    "WorkflowNumberInput": "workflow_number_input",
    "WorkflowRecord": "workflow_record",
    "WorkflowRecordInput": "workflow_record_input",
    "WorkflowType": "workflow_type",
}
"""The module of each name."""

__all__ = [
    "AdvancePayment",
    "AdvancePaymentInput",
    "AdvancePaymentItem",
    "AdvancePaymentItemInput",
    "AdvancePaymentPayment",
    "AdvancePaymentPaymentInput",
    "AppRelatedData",
    "Appointment",
    "AppointmentInput",
    "AppointmentPartnerType",
    "AppointmentStatus",
    "AssetLocation",
    "AssetLocationInput",
    "AssetPhoto",
    "AssetPhotoInput",
    "AssetType",
    "AssetTypeInput",
    "AssetTypeRef",
    "AssignedUser",
    "AttendanceLog",
    "AttendanceLogInput",
    "Booking",
    "BookingInput",
    "BookingItemInput",
    "BookingStatus",
    "BookingStatusValue",
    "Branch",
    "BranchRef",
    "Brand",
    "BrandInput",
    "BulkInvoiceResult",
    "CashEntry",
    "CashEntryInput",
    "CategoryType",
    "ChargeUsage",
    "ChargeUsageInput",
    "Client",
    "ClientAppointment",
    "ClientAppointmentInput",
    "ClientAttendanceLogInput",
    "ClientCustomData",
    "ClientEntity",
    "ClientGender",
    "ClientInput",
    "ClientPayment",
    "ClientPaymentInput",
    "ClientPhoto",
    "ClientType",
    "CostCenter",
    "CostCenterInput",
    "CreditCharge",
    "CreditChargeInput",
    "CreditNote",
    "CreditNoteInput",
    "CreditType",
    "CreditTypeInput",
    "CreditTypePackage",
    "CreditTypePackageInput",
    "CreditUsage",
    "CreditUsageInput",
    "CustomFieldEntry",
    "CustomFieldEntryInput",
    "DataLevel",
    "DataLevelValue",
    "Department",
    "DepartmentInput",
    "DepartmentManager",
    "Designation",
    "DesignationInput",
    "DiscountType",
    "EmployeeAsset",
    "EmployeeAssetHolder",
    "EmployeeAssetInput",
    "EmploymentType",
    "EmploymentTypeInput",
    "Entity",
    "EntityKey",
    "Estimate",
    "EstimateAppointment",
    "EstimateAppointmentInput",
    "EstimateInput",
    "Expense",
    "ExpenseInput",
    "FollowUpAction",
    "FollowUpItemType",
    "FollowUpStatus",
    "FollowUpStatusInput",
    "FollowUpStatusRef",
    "FollowUpStatusState",
    "Income",
    "IncomeInput",
    "Invoice",
    "InvoiceAppointment",
    "InvoiceAppointmentInput",
    "InvoiceDepositType",
    "InvoiceDocument",
    "InvoiceDocumentInput",
    "InvoiceInput",
    "InvoiceItem",
    "InvoiceItemInput",
    "InvoiceLayout",
    "InvoicePayment",
    "InvoicePaymentInput",
    "InvoicePaymentStatus",
    "InvoicePaymentStatusFilter",
    "InvoicePaymentStatusFilterValue",
    "InvoiceRecursion",
    "InvoiceRecursionValue",
    "InvoiceShippingOption",
    "InvoiceSourceOrder",
    "InvoiceType",
    "InvoiceTypeValue",
    "Journal",
    "JournalAccount",
    "JournalAccountEntityType",
    "JournalAccountInput",
    "JournalAccountType",
    "JournalCat",
    "JournalCatInput",
    "JournalEntityType",
    "JournalInput",
    "JournalTransaction",
    "JournalTransactionInput",
    "LeaveApplication",
    "LeaveApplicationInput",
    "ListingModel",
    "LocationRef",
    "MultiEntityFilterInput",
    "MultiEntityQuery",
    "Note",
    "NoteInput",
    "OAuthToken",
    "Package",
    "PackageInput",
    "PackagePeriodUnit",
    "PackageType",
    "PaymentGateway",
    "PaymentGatewayInput",
    "PaymentInput",
    "PaymentStatus",
    "PosShift",
    "Product",
    "ProductBundleInput",
    "ProductCategory",
    "ProductImage",
    "ProductInput",
    "ProductStatus",
    "ProductType",
    "PurchaseDebitNote",
    "PurchaseDebitNoteInput",
    "PurchaseDebitNoteItem",
    "PurchaseDebitNoteItemInput",
    "PurchaseDebitNoteSummary",
    "PurchaseDebitNoteSummaryInput",
    "PurchaseDocument",
    "PurchaseDocumentInput",
    "PurchaseInvoice",
    "PurchaseInvoiceInput",
    "PurchaseOrderItem",
    "PurchaseOrderItemInput",
    "PurchasePayment",
    "PurchaseRefund",
    "PurchaseRefundInput",
    "RefundReceipt",
    "RefundReceiptInput",
    "Requisition",
    "RequisitionDeliveryStatus",
    "RequisitionInput",
    "RequisitionItemInput",
    "RequisitionOrderType",
    "RequisitionStatus",
    "RequisitionType",
    "Site",
    "SortDirection",
    "SortDirectionValue",
    "Staff",
    "StaffCustomData",
    "StaffEntity",
    "StaffInfo",
    "StaffJob",
    "StockTransaction",
    "StockTransactionInput",
    "StockTransactionSourceType",
    "StockTransactionStatus",
    "StockTransactionType",
    "Storage",
    "StorageInput",
    "Store",
    "StoreInput",
    "StoreRef",
    "Supplier",
    "SupplierInput",
    "Tag",
    "Tax",
    "TaxInput",
    "TimeFormatted",
    "TimeTracking",
    "TimeTrackingInput",
    "TokenRequest",
    "Treasury",
    "TreasuryInput",
    "TreasuryType",
    "UnitFactor",
    "UnitFactorInput",
    "UnitTemplate",
    "UnitTemplateInput",
    "WorkOrder",
    "WorkOrderAppointment",
    "WorkOrderAppointmentInput",
    "WorkOrderEntity",
    "WorkOrderInput",
    "WorkOrderStatus",
    "WorkflowBudgetInput",
    "WorkflowNumberInput",
    "WorkflowRecord",
    "WorkflowRecordInput",
    "WorkflowType",
]


def __getattr__(name: str) -> Any:
    if name not in MODULES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(f"{__name__}.{MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(MODULES)
